// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/system/metricstext.h"

#include <limits>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace Deskbell::Server {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Count = std::atomic<qint64>;

double valueOf(const Count &count)
{
    return double(count.load(std::memory_order_relaxed));
}

MetricFamily family(const char *name, const char *help, MetricType type)
{
    MetricFamily family;
    family.name = name;
    family.help = help;
    family.type = type;
    return family;
}

void addCounter(MetricFamily &family, double value, std::vector<ClientMetric::Label> labels = {})
{
    ClientMetric metric;
    metric.label = std::move(labels);
    metric.counter.value = value;
    family.metric.push_back(metric);
}

MetricFamily counter(const char *name, const char *help, const Count &count)
{
    MetricFamily result = family(name, help, MetricType::Counter);
    addCounter(result, valueOf(count));
    return result;
}

MetricFamily gauge(const char *name, const char *help, double value,
                   std::vector<ClientMetric::Label> labels = {})
{
    MetricFamily result = family(name, help, MetricType::Gauge);
    ClientMetric metric;
    metric.label = std::move(labels);
    metric.gauge.value = value;
    result.metric.push_back(metric);
    return result;
}

MetricFamily requests(const Http::HttpMetrics &http)
{
    MetricFamily result = family("deskbell_http_requests_total", "Requests by class of answer.",
                                 MetricType::Counter);
    constexpr const char *classes[] = {"aborted", "1xx", "2xx", "3xx", "4xx", "5xx"};
    static_assert(std::size(classes) == std::tuple_size_v<decltype(http.requestsByClass)>);
    for (size_t i = 0; i < std::size(classes); ++i)
        addCounter(result, valueOf(http.requestsByClass[i]), {{"class", classes[i]}});
    return result;
}

MetricFamily durations(const Http::HttpMetrics &http)
{
    MetricFamily result = family("deskbell_http_request_duration_seconds",
                                 "From the whole head to the whole answer.", MetricType::Histogram);
    ClientMetric metric;
    std::uint64_t cumulative = 0;
    for (size_t i = 0; i < http.durations.size(); ++i) {
        cumulative += std::uint64_t(valueOf(http.durations[i]));
        const bool isLast = i == http.durationBounds.size();
        metric.histogram.bucket.push_back(
                {.cumulative_count = cumulative,
                 .upper_bound
                 = isLast ? std::numeric_limits<double>::infinity() : http.durationBounds[i]});
    }
    metric.histogram.sample_count = cumulative;
    metric.histogram.sample_sum = valueOf(http.durationMicroseconds) / 1e6;
    result.metric.push_back(metric);
    return result;
}

} // namespace

QByteArray metricsText(const SystemState &state)
{
    const Http::HttpMetrics &http = state.http;
    const EventPump::Counters &events = state.events;
    const std::vector<MetricFamily> families = {
            gauge("deskbell_build_info", "Always 1; the version is a label.", 1,
                  {{"version", state.info.version.toStdString()}}),
            requests(http),
            durations(http),
            gauge("deskbell_http_connections_open", "Connections open now.",
                  valueOf(http.connectionsOpen)),
            counter("deskbell_http_connections_accepted_total", "Connections accepted.",
                    http.connectionsAccepted),
            counter("deskbell_http_connections_refused_total",
                    "Connections refused because there were too many.", http.connectionsRefused),
            counter("deskbell_http_connections_timed_out_total",
                    "Connections closed because the client was too slow.",
                    http.connectionsTimedOut),
            gauge("deskbell_http_queue_length", "Requests that wait for a worker.",
                  valueOf(http.queueLength)),
            counter("deskbell_http_queue_refused_total",
                    "Requests answered 503 because too many waited.", http.queueRefused),
            counter("deskbell_http_received_bytes_total", "Bytes received.", http.bytesIn),
            counter("deskbell_http_sent_bytes_total", "Bytes sent.", http.bytesOut),
            gauge("deskbell_event_streams_open", "Event streams open now.",
                  valueOf(http.eventStreamsOpen)),
            counter("deskbell_event_streams_cut_off_total",
                    "Event streams closed because the client did not read.",
                    http.eventStreamsCutOff),
            counter("deskbell_events_read_total", "Events passed on by this server.",
                    events.events),
            counter("deskbell_events_sent_total", "Events given to a stream.", events.blocks),
            counter("deskbell_event_resets_total",
                    "Streams told to read afresh because the past is gone.", events.resets),
            counter("deskbell_event_errors_total",
                    "Looks at the events that failed, mostly for want of the database.",
                    events.errors),
    };
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

} // namespace Deskbell::Server
