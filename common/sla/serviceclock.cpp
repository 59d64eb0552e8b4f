// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/serviceclock.h"

#include <algorithm>

using std::chrono::milliseconds;
using std::chrono::minutes;

namespace Deskbell {

namespace {

int specificity(const ServiceRule &rule)
{
    return (rule.category.isValid() ? 2 : 0) + (rule.priority ? 1 : 0);
}

int secondsOf(milliseconds time)
{
    return int(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

/// The beginning of what it is now: since when it is done, if it is.
std::optional<QDateTime> doneSince(const QList<ServiceMoment> &moments)
{
    std::optional<QDateTime> since;
    for (const ServiceMoment &moment : moments) {
        if (!isDone(moment.status))
            since.reset();
        else if (!since)
            since = moment.at;
    }
    return since;
}

/// When it was answered, or done for the first time without.
std::optional<QDateTime> answeredAt(const ServiceHistory &history)
{
    std::optional<QDateTime> at;
    if (history.firstResponseAt.isValid())
        at = history.firstResponseAt;
    for (const ServiceMoment &moment : history.moments) {
        if (!isDone(moment.status))
            continue;
        return at ? std::min(*at, moment.at) : moment.at;
    }
    return at;
}

/// What it was at a moment. What happened at the same time counts.
const ServiceMoment &momentAt(const QList<ServiceMoment> &moments, const QDateTime &at)
{
    const auto later = std::find_if(moments.cbegin() + 1, moments.cend(),
                                    [&](const ServiceMoment &moment) { return moment.at > at; });
    return *(later - 1);
}

/// Goes through the pieces of a ticket's life, and finds when shares of the time are used up.
class Reckoning
{
public:
    Reckoning(const ServiceRule &rule, int goalMinutes)
        : m_calendar(*rule.calendar)
        , m_goal(minutes(goalMinutes))
        , m_warning(m_goal * rule.warnPercent / 100)
    {}

    /// `isLast`: time would run on after `to` if nothing else happened.
    void pass(const QDateTime &from, const QDateTime &to, StatusCategory during, bool isLast);
    void addTo(TargetClock &clock) const;

private:
    /// When `share` is used up, if it is in this piece.
    void find(QDateTime &moment, milliseconds share, const QDateTime &from, bool isLast,
              milliseconds used) const;

    const BusinessCalendar &m_calendar;
    const milliseconds m_goal;
    const milliseconds m_warning;
    milliseconds m_used{0};
    milliseconds m_paused{0};
    QDateTime m_dueAt;
    QDateTime m_warnAt;
    QList<ServicePiece> m_pieces;
    milliseconds m_inPiece{0};
};

void Reckoning::find(QDateTime &moment, milliseconds share, const QDateTime &from, bool isLast,
                     milliseconds used) const
{
    if (!moment.isValid() && (isLast || m_used + used >= share))
        moment = businessTimeLater(m_calendar, share - m_used, from);
}

void Reckoning::pass(const QDateTime &from, const QDateTime &to, StatusCategory during, bool isLast)
{
    const milliseconds time = businessTime(m_calendar, from, to);
    if (clockRuns(during)) {
        find(m_warnAt, m_warning, from, isLast, time);
        find(m_dueAt, m_goal, from, isLast, time);
        m_used += time;
    } else {
        m_paused += time;
    }
    if (!m_pieces.isEmpty() && m_pieces.constLast().during == during) {
        m_inPiece += time;
        m_pieces.last().to = to;
    } else {
        m_inPiece = time;
        m_pieces.append({.from = from, .to = to, .during = during});
    }
    m_pieces.last().businessSeconds = secondsOf(m_inPiece);
}

void Reckoning::addTo(TargetClock &clock) const
{
    clock.dueAt = m_dueAt;
    clock.warnAt = m_warnAt;
    clock.usedSeconds = secondsOf(m_used);
    clock.pausedSeconds = secondsOf(m_paused);
    clock.pieces = m_pieces.last(std::min<qsizetype>(m_pieces.size(), maxServicePieces));
}

SlaState stateOf(const TargetClock &clock, const QDateTime &now)
{
    const QDateTime end = clock.reachedAt.isValid() ? clock.reachedAt : now;
    if (clock.dueAt.isValid() && end > clock.dueAt)
        return SlaState::Breached;
    if (clock.reachedAt.isValid())
        return SlaState::Met;
    if (!clock.isRunning())
        return SlaState::Paused;
    return clock.warnAt.isValid() && now >= clock.warnAt ? SlaState::Warning : SlaState::Running;
}

TargetClock reckonClock(const QList<ServiceMoment> &moments, const ServiceRule &rule,
                        int goalMinutes, const std::optional<QDateTime> &reachedAt,
                        const QDateTime &now)
{
    const QDateTime end = reachedAt.value_or(now);
    Reckoning reckoning(rule, goalMinutes);
    for (qsizetype i = 0; i < moments.size(); ++i) {
        // What it became in the moment in which the target was reached does not count any more.
        const bool isLast = i + 1 == moments.size() || moments[i + 1].at > end
                            || (reachedAt && moments[i + 1].at == end);
        const QDateTime to = isLast ? end : moments[i + 1].at;
        if (to > moments[i].at || isLast)
            reckoning.pass(moments[i].at, to, moments[i].status, isLast);
        if (isLast)
            break;
    }
    TargetClock clock{.policy = {.id = rule.id, .name = rule.name},
                      .timeZone = QString::fromLatin1(rule.calendar->zone.id()),
                      .goalMinutes = goalMinutes};
    reckoning.addTo(clock);
    if (reachedAt)
        clock.reachedAt = *reachedAt;
    else
        clock.pieces.last().to = {};
    clock.state = stateOf(clock, now);
    return clock;
}

} // namespace

const ServiceRule *ruleFor(const ServiceRules &rules, CategoryId category, Priority priority)
{
    const ServiceRule *best = nullptr;
    for (const ServiceRule &rule : rules) {
        const bool fits = (!rule.category.isValid() || rule.category == category)
                          && (!rule.priority || *rule.priority == priority);
        if (fits && (!best || specificity(rule) > specificity(*best)))
            best = &rule;
    }
    return best;
}

bool clockRuns(StatusCategory category)
{
    return category == StatusCategory::Open;
}

ServiceClocks reckonClocks(const ServiceHistory &history, const ServiceRules &rules,
                           const QDateTime &now)
{
    ServiceClocks clocks{.reckonedAt = now};
    const auto reckon = [&](const std::optional<QDateTime> &reachedAt,
                            std::optional<int> ServiceRule::*goal) -> std::optional<TargetClock> {
        const ServiceMoment &moment
                = reachedAt ? momentAt(history.moments, *reachedAt) : history.moments.constLast();
        const ServiceRule *rule = ruleFor(rules, moment.category, moment.priority);
        if (!rule || !(rule->*goal))
            return std::nullopt;
        return reckonClock(history.moments, *rule, *(rule->*goal), reachedAt, now);
    };
    clocks.firstResponse = reckon(answeredAt(history), &ServiceRule::firstResponseMinutes);
    clocks.resolution = reckon(doneSince(history.moments), &ServiceRule::resolutionMinutes);
    return clocks;
}

} // namespace Deskbell
