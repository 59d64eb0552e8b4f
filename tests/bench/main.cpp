// SPDX-License-Identifier: GPL-3.0-or-later
// deskbell_bench: measures the real server with a data set of its own, and the app, and prints one
// table: each figure beside its floor and its budget.
#include "tests/bench/app.h"
#include "tests/bench/interrupt.h"
#include "tests/bench/lists.h"
#include "tests/bench/streams.h"
#include "tests/bench/throughput.h"
#include "tests/bench/transfers.h"
#include "tests/bench/workflows.h"
#include "tests/tour/tourapplication.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace Deskbell;
using namespace Deskbell::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualSize = 20'000;

/// What can be measured by itself.
constexpr std::array groups{"lists"_L1,   "counters"_L1, "search"_L1,   "work"_L1,
                            "streams"_L1, "files"_L1,    "workflows"_L1};
/// Leaves the bed as nobody else can use it, so that it comes last.
constexpr QLatin1StringView lastGroup = groups.back();

struct Options
{
    qint64 tickets = usualSize;
    Pace pace;
    bool app = false;
    QStringList only; ///< empty: everything

    bool wants(QLatin1StringView group) const { return only.isEmpty() || only.contains(group); }
};

Options parse(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the server, and with --app the app."_s);
    parser.addHelpOption();
    const QCommandLineOption tickets(u"tickets"_s, u"Size of the data set."_s, u"number"_s,
                                     QString::number(usualSize));
    const QCommandLineOption seconds(u"seconds"_s, u"Of each slice of a measurement."_s,
                                     u"number"_s, u"4"_s);
    const QCommandLineOption app(u"app"_s, u"Measure the app, too."_s);
    QStringList names;
    for (const QLatin1StringView group : groups)
        names.append(group);
    const QCommandLineOption only(
            u"only"_s, u"Only these: %1; may be repeated."_s.arg(names.join(u", "_s)), u"what"_s);
    parser.addOptions({tickets, seconds, app, only});
    parser.process(application);
    Options options{.tickets = parser.value(tickets).toLongLong(),
                    .app = parser.isSet(app),
                    .only = parser.values(only)};
    options.pace.slice = std::chrono::seconds(parser.value(seconds).toInt());
    if (options.tickets < 10'000 || options.pace.slice.count() < 1) {
        std::fputs("It takes at least 10000 tickets and a second.\n", stderr);
        std::exit(2);
    }
    return options;
}

Result<> measureServer(const Options &options, Table &table)
{
    // To compare the lists with.
    std::unique_ptr<TestBed> small;
    if (options.tickets > usualSize && options.wants(groups[0])) {
        small = std::make_unique<TestBed>(usualSize);
        if (auto ready = small->prepare(); !ready)
            return ready;
    }
    TestBed bed(options.tickets);
    if (auto ready = bed.prepare(); !ready)
        return ready;
    const std::array<std::function<void()>, groups.size() - 1> measurements{
            [&] {
                measureViews(bed, small.get(), table);
                small.reset();
                measureDepth(bed, table);
            },
            [&] { measureCounters(bed, table); },
            [&] { measureSearch(bed, table); },
            [&] { measureThroughput(bed, options.pace, table); },
            [&] { measureStreams(bed, options.pace, table); },
            [&] {
                measureTransfers(bed, table);
            }};
    for (size_t i = 0; i < measurements.size(); ++i) {
        if (options.wants(groups[i]) && !Interrupt::requested())
            measurements[i]();
    }
    if (options.app && !Interrupt::requested())
        measureApp(bed, table);
    if (options.wants(lastGroup) && !Interrupt::requested())
        measureRehearsal(bed, table);
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    // Without the app there is no need of a screen.
    const bool hasApp = std::any_of(argv, argv + argc, [](const char *argument) {
        return qstrcmp(argument, "--app") == 0;
    });
    const std::unique_ptr<QCoreApplication> application(
            hasApp ? new Tour::TourApplication(argc, argv) : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(u"Deskbell"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    if (hasApp)
        QGuiApplication::setQuitOnLastWindowClosed(false);
    const Options options = parse(*application);
    Interrupt::install();
    Table table;
    const Result<> measured = measureServer(options, table);
    if (Interrupt::requested()) {
        std::fputs("Interrupted; everything is cleaned up.\n", stderr);
        return 1;
    }
    table.print();
    if (!measured)
        std::fprintf(stderr, "%s\n", qPrintable(measured.error().detail));
    return measured && !table.hasFailures() ? 0 : 1;
}
