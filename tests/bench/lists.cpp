// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lists.h"

#include "app/tickets/ticketviews.h"
#include "common/base/query.h"
#include "tests/bench/clients.h"
#include "tests/bench/interrupt.h"
#include "tests/bench/samples.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

constexpr int pageSize = 50;
constexpr int deepPage = 1000;
constexpr double deepBudget = 1.2;
constexpr double growthBudget = 1.5;
constexpr double countersBudget = 20; // ms
constexpr double searchBudget = 150;  // ms

/// One connection that asks one thing after the other, and how long each takes.
class Asker
{
public:
    Asker(const TestBed &bed, int person)
        : m_http(bed.port())
        , m_token(bed.token(person))
    {}

    /// Null when it is not answered well.
    std::optional<double> time(const QByteArray &target)
    {
        QElapsedTimer clock;
        clock.start();
        m_answer = m_http.ask(makeRequest("GET", target, m_token));
        if (m_answer.status != 200)
            return std::nullopt;
        return double(clock.nsecsElapsed()) / 1e6;
    }
    QJsonObject json() const { return QJsonDocument::fromJson(m_answer.body).object(); }
    int rows() const { return int(json()["data"_L1].toArray().size()); }

private:
    Testing::RawHttp m_http;
    QByteArray m_token;
    Testing::RawAnswer m_answer;
};

QByteArray targetOf(const TicketFilter &filter)
{
    return "/tickets?" + formatQuery(toQuery(filter));
}

} // namespace

QByteArray closedList(const QByteArray &cursor)
{
    TicketFilter filter{.statusCategories = {StatusCategory::Resolved, StatusCategory::Closed}};
    filter.page = {.pageSize = pageSize, .cursor = QString::fromLatin1(cursor), .byCursor = true};
    return targetOf(filter);
}

QByteArray nextCursor(const QJsonObject &page)
{
    return page["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
}

void measureViews(TestBed &bed, TestBed *small, Table &table)
{
    constexpr int count = 60;
    Asker asker(bed, 0);
    std::optional<Asker> other;
    if (small)
        other.emplace(*small, 0);
    for (const App::TicketView &view : App::standardTicketViews(QDateTime::currentDateTimeUtc())) {
        TicketFilter filter = view.filter;
        filter.page = {.pageSize = pageSize, .byCursor = true};
        const QByteArray target = targetOf(filter);
        std::vector<double> ours;
        std::vector<double> theirs;
        for (int i = 0; i < count && !Interrupt::requested(); ++i) {
            ours.push_back(asker.time(target).value_or(0));
            theirs.push_back(other ? other->time(target).value_or(0) : 0);
        }
        Row row{.measure = u"first page of the view %1"_s.arg(view.entry),
                .ours = u"%1 (%2 rows)"_s.arg(inMs(median(ours))).arg(asker.rows())};
        if (other) {
            const double ratio = median(ours) / median(theirs);
            row.floor = u"%1 (%2 rows) at %3"_s.arg(inMs(median(theirs)))
                                .arg(other->rows())
                                .arg(small->tickets());
            row.ratio = QString::number(ratio, 'f', 2);
            // A page that the smaller desk cannot fill costs less for that reason alone.
            if (other->rows() == asker.rows()) {
                row.budget = u"<= %1 x"_s.arg(growthBudget);
                row.verdict = verdictOf(ratio <= growthBudget);
            }
        }
        table.add(row);
    }
}

void measureDepth(TestBed &bed, Table &table)
{
    constexpr int count = 100;
    Asker asker(bed, 0);
    QByteArray cursor;
    int page = 1;
    const QString name = u"page %1 of that list beside page 1"_s;
    for (; page < deepPage && !Interrupt::requested(); ++page) {
        if (!asker.time(closedList(cursor)))
            return table.add(failedRow(name.arg(page), u"the list breaks off"_s));
        const QByteArray next = nextCursor(asker.json());
        if (next.isEmpty())
            break;
        cursor = next;
    }
    // The last page of a small desk is not a full one.
    if (page < deepPage)
        --page;
    // In turn, so that whatever else the machine does meets both.
    std::vector<double> first;
    std::vector<double> deep;
    for (int i = 0; i < count; ++i) {
        const auto one = asker.time(closedList({}));
        const auto other = asker.time(closedList(cursor));
        if (!one || !other)
            return table.add(failedRow(name.arg(page), u"not answered"_s));
        first.push_back(*one);
        deep.push_back(*other);
    }
    const double ratio = median(deep) / median(first);
    table.add({.measure = name.arg(page),
               .ours = u"%1, page 1 %2"_s.arg(inMs(median(deep)), inMs(median(first))),
               .ratio = QString::number(ratio, 'f', 2),
               .budget = u"<= %1 x"_s.arg(deepBudget),
               .verdict = verdictOf(ratio <= deepBudget)});
}

/// As app/tickets/viewcounters asks for them: the standard views, and three that the agent saved.
void measureCounters(TestBed &bed, Table &table)
{
    constexpr int rounds = 100;
    const QString name = u"all view counters of an agent"_s;
    for (const QByteArray &q :
         QByteArrayList{"is:open priority:urgent,high", "is:unassigned older:3d",
                        "is:open vpn -is:waiting"}) {
        const QByteArray view = "{\"name\":\"Saved\",\"q\":\"" + q + "\"}";
        if (!bed.ask(0, "POST", "/views", view))
            return table.add(failedRow(name, u"no view"_s));
    }
    Asker asker(bed, 0);
    std::vector<double> all;
    for (int round = 0; round < rounds && !Interrupt::requested(); ++round) {
        const auto ms = asker.time("/view-counts");
        if (!ms)
            return table.add(failedRow(name, u"not answered"_s));
        all.push_back(*ms);
    }
    table.add({.measure = name,
               .ours = u"%1 for %2 views, p99 %3"_s.arg(inMs(median(all)))
                               .arg(asker.rows())
                               .arg(inMs(percentile(all, 0.99))),
               .floor = shareOfCore(),
               .budget = u"<= %1"_s.arg(inMs(countersBudget)),
               .verdict = verdictOf(median(all) <= countersBudget)});
}

/// Two words, from frequent with frequent to rare with rare.
void measureSearch(TestBed &bed, Table &table)
{
    constexpr int rounds = 5;
    const QString name = u"full-text search, two words, alone"_s;
    auto words = bed.db().runText(u"SELECT word FROM bench.word ORDER BY rank"_s);
    if (!words)
        return table.add(failedRow(name, words.error().detail));
    QStringList byRank;
    while (words->next())
        byRank.append(words->text(0));

    constexpr std::array ranks{0, 2, 30, 34, 42, 60, 90, 200, 600, 1500, 3500};
    Asker asker(bed, 0);
    std::vector<double> all;
    for (int round = 0; round < rounds; ++round) {
        for (const int one : ranks) {
            for (const int other : ranks) {
                if (other <= one || Interrupt::requested())
                    continue;
                TicketFilter filter{.search = byRank[one] + u' ' + byRank[other],
                                    .sort = TicketSort::Relevance};
                filter.page = {.pageSize = pageSize, .byCursor = true};
                const auto ms = asker.time(targetOf(filter));
                if (!ms)
                    return table.add(failedRow(name, u"not answered: "_s + filter.search));
                all.push_back(*ms);
            }
        }
    }
    table.add({.measure = name,
               .ours = u"p50 %1, p99 %2"_s.arg(inMs(median(all)), inMs(percentile(all, 0.99))),
               .floor = shareOfCore(),
               .budget = u"p99 <= %1"_s.arg(inMs(searchBudget)),
               .verdict = verdictOf(percentile(all, 0.99) <= searchBudget)});
}

} // namespace Deskbell::Bench
