// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/throughput.h"

#include "tests/bench/clients.h"
#include "tests/bench/floor.h"
#include "tests/bench/interrupt.h"
#include "tests/bench/lists.h"
#include "tests/bench/samples.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

constexpr double wantedRatio = 0.35;
/// Statements are prepared and pages read before anything is measured.
constexpr std::chrono::seconds warmUp{1};

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

qint64 randomId(qint64 first, qint64 last)
{
    return QRandomGenerator::global()->bounded(first, last + 1);
}

/// A request that is made over and over by everybody at once.
struct Work
{
    QString name;
    int status;
    std::function<QByteArray(int person)> request;
    Result<Floor> floor;
};

/// The people's tokens, made once: signing is not what is measured.
QByteArrayList tokensOf(const TestBed &bed)
{
    QByteArrayList tokens;
    for (int person = 0; person < Pace::clients; ++person)
        tokens.append(bed.token(person));
    return tokens;
}

Row measureWork(TestBed &bed, const Pace &pace, const Work &work)
{
    if (!work.floor)
        return failedRow(work.name, work.floor.error().detail);
    const auto run = [&](std::chrono::milliseconds time) {
        return press(bed.port(), Pace::clients, time, work.status, work.request);
    };
    run(warmUp);
    std::vector<double> ours;
    std::vector<double> floors;
    std::vector<double> ratios;
    std::vector<double> ms;
    for (int round = 0; round < pace.rounds; ++round) {
        const Burst burst = run(pace.slice);
        if (burst.wrong > 0 || burst.ms.empty() || Interrupt::requested())
            return failedRow(work.name, u"%1 wrong answers: %2"_s.arg(burst.wrong)
                                                .arg(QString::fromUtf8(burst.firstWrong)));
        const auto floor = work.floor->measure(Pace::clients, pace.slice);
        if (!floor)
            return failedRow(work.name, floor.error().detail);
        ours.push_back(burst.rate());
        floors.push_back(*floor);
        ratios.push_back(burst.rate() / *floor);
        ms.insert(ms.end(), burst.ms.begin(), burst.ms.end());
    }
    const double ratio = median(ratios);
    return {.measure = work.name,
            .ours = u"%1, p50 %2, p99 %3"_s.arg(perSecond(median(ours)), inMs(median(ms)),
                                                inMs(percentile(ms, 0.99))),
            .floor
            = u"%1 (%2 statements)"_s.arg(perSecond(median(floors))).arg(work.floor->statements()),
            .ratio = QString::number(ratio, 'f', 2),
            .budget = u">= %1"_s.arg(wantedRatio),
            .verdict = verdictOf(ratio >= wantedRatio)};
}

Work creating(TestBed &bed, const QByteArrayList &tokens)
{
    const QByteArray draft = json(
            {{u"title"_s, u"Printer on the third floor prints blank pages"_s},
             {u"description"_s, u"Since this morning every page comes out **empty**, from my laptop"
                                " as well as from the terminal in the hall.\n\nToner was changed"
                                " last week. I need the contract for Thursday."_s},
             {u"priority"_s, u"high"_s},
             {u"desk"_s, 1},
             {u"category"_s, 2}});
    qint64 made = 0;
    const auto once = [&] {
        const auto ticket = bed.ask(0, "POST", "/tickets"_ba, draft);
        made = ticket ? ticket->value("id"_L1).toInteger() : 0;
        return made > 0;
    };
    return {.name = u"create ticket"_s,
            .status = 201,
            .request =
                    [tokens, draft](int person) {
                        return makeRequest("POST", "/tickets", tokens[person], draft);
                    },
            .floor = Floor::of(bed, 0, {once}, [&made] {
                return Variation{.variables = {{QByteArray::number(made), "new_id"}},
                                 .made = {{"tickets/insert_ticket", "new"}}};
            })};
}

Work replying(TestBed &bed, const QByteArrayList &tokens)
{
    const qint64 first = qint64(DataSet::workedFrom * double(bed.tickets())) + 1;
    const qint64 last = qint64(DataSet::workedTo * double(bed.tickets()));
    const QByteArray draft
            = json({{u"message"_s, u"I have looked at it: the drum unit is worn out. A new one"
                                   " comes **tomorrow** at ten.\n\nUntil then the printer in"
                                   " room 214 is set up for you."_s}});
    const auto target = [](qint64 ticket) {
        return "/tickets/" + QByteArray::number(ticket) + "/replies";
    };
    qint64 ticket = 0;
    qint64 made = 0;
    const auto once = [&, target] {
        ticket = randomId(first, last);
        const auto reply = bed.ask(0, "POST", target(ticket), draft);
        made = reply ? reply->value("id"_L1).toInteger() : 0;
        return made > 0;
    };
    return {.name = u"reply"_s,
            .status = 201,
            .request =
                    [=](int person) {
                        return makeRequest("POST", target(randomId(first, last)), tokens[person],
                                           draft);
                    },
            .floor = Floor::of(bed, 0, {once}, [&] {
                return Variation{.commands = {"\\set ticket random("_ba + QByteArray::number(first)
                                              + ", " + QByteArray::number(last) + ')'},
                                 .variables = {{QByteArray::number(ticket), "ticket"},
                                               {QByteArray::number(made), "new_id"}},
                                 .made = {{"timeline/insert_entry", "new"}}};
            })};
}

/// A conversation of more than fifty entries, which the reader has looked at today before: the
/// first look of a day is a write.
Work reading(TestBed &bed, const QByteArrayList &tokens)
{
    constexpr qint64 mostStories = 40;
    const qint64 stories = std::min(mostStories, bed.tickets() / DataSet::longStoryEvery);
    const auto idOf = [](qint64 story) {
        return DataSet::longStoryEvery * story + DataSet::longStory;
    };
    const auto target = [idOf](qint64 story) {
        return "/tickets/" + QByteArray::number(idOf(story));
    };
    for (int person = 0; person < Pace::clients && !Interrupt::requested(); ++person) {
        for (qint64 story = 0; story < stories; ++story) {
            if (!bed.ask(person, "GET", target(story)))
                break;
        }
    }
    qint64 story = 0;
    const auto once = [&, target] {
        story = randomId(0, stories - 1);
        return bed.ask(0, "GET", target(story)).has_value();
    };
    return {.name = u"read one ticket with its newest 50 entries"_s,
            .status = 200,
            .request =
                    [=](int person) {
                        return makeRequest("GET", target(randomId(0, stories - 1)), tokens[person]);
                    },
            .floor = Floor::of(bed, 0, {once}, [&] {
                return Variation{.commands
                                 = {"\\set ticket "_ba + QByteArray::number(DataSet::longStoryEvery)
                                    + " * random(0, " + QByteArray::number(stories - 1) + ") + "
                                    + QByteArray::number(DataSet::longStory)},
                                 .variables = {{QByteArray::number(idOf(story)), "ticket"}}};
            })};
}

/// Pages from all over the first fifty.
Work listing(TestBed &bed, const QByteArrayList &tokens)
{
    constexpr int everyPage = 10;
    constexpr int lastPage = 41;
    QByteArrayList targets;
    QByteArray cursor;
    for (int page = 1; page <= lastPage; ++page) {
        const QByteArray target = closedList(cursor);
        const auto answer = bed.ask(0, "GET", target);
        if (!answer)
            break;
        cursor = nextCursor(*answer);
        if (page % everyPage == 1)
            targets.append(target);
    }
    QList<std::function<bool()>> requests;
    for (const QByteArray &target : targets)
        requests.append([&bed, target] { return bed.ask(0, "GET", target).has_value(); });
    return {.name = u"list page of 50, filtered and sorted, by cursor"_s,
            .status = 200,
            .request =
                    [=](int person) {
                        return makeRequest("GET", targets[randomId(0, targets.size() - 1)],
                                           tokens[person]);
                    },
            .floor = Floor::of(bed, 0, requests, [] { return Variation(); })};
}

} // namespace

void measureThroughput(TestBed &bed, const Pace &pace, Table &table)
{
    const QByteArrayList tokens = tokensOf(bed);
    for (const auto &make : {&reading, &listing, &creating, &replying}) {
        if (!Interrupt::requested())
            table.add(measureWork(bed, pace, make(bed, tokens)));
    }
}

} // namespace Deskbell::Bench
