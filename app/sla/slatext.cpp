// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/slatext.h"

#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"
#include "common/sla/serviceclock.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace Deskbell::App::SlaText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SlaText)
};

QString durationOf(int length)
{
    return TimeText::duration(seconds(length));
}

/// "paused 2 h 10 while waiting".
QString pausedWhile(StatusCategory during, int length)
{
    const QString time = durationOf(length);
    switch (during) {
    case StatusCategory::Draft: return Words::tr("paused %1 as a draft").arg(time);
    case StatusCategory::Approval: return Words::tr("paused %1 for approval").arg(time);
    case StatusCategory::Waiting: return Words::tr("paused %1 while waiting").arg(time);
    case StatusCategory::Hold: return Words::tr("paused %1 on hold").arg(time);
    case StatusCategory::Resolved:
    case StatusCategory::Closed: return Words::tr("paused %1 while done").arg(time);
    case StatusCategory::Open: break; // then it runs
    }
    Q_UNREACHABLE();
}

QString late(const QDateTime &since, const QDateTime &until)
{
    return TimeText::duration(milliseconds(since.msecsTo(until)));
}

Countdown dueIn(ServiceTarget target, const QDateTime &dueAt, SlaState state, const QDateTime &now)
{
    const bool reply = target == ServiceTarget::FirstResponse;
    if (now > dueAt) {
        return {.text = (reply ? Words::tr("reply overdue by %1") : Words::tr("overdue by %1"))
                                .arg(late(dueAt, now)),
                .tone = Tone::Red};
    }
    const QString distance = TimeText::distance(dueAt, now);
    return {.text = (reply ? Words::tr("reply due %1") : Words::tr("due %1")).arg(distance),
            .tone = state == SlaState::Warning ? std::optional(Tone::Amber) : std::nullopt};
}

} // namespace

QString target(ServiceTarget target)
{
    return target == ServiceTarget::FirstResponse ? Words::tr("First response")
                                                  : Words::tr("Resolution");
}

QString businessTime(int length)
{
    if (length % 60 == 0)
        return Words::tr("%n business hour(s)", nullptr, length / 60);
    return Words::tr("%1 of business time").arg(TimeText::duration(minutes(length)));
}

Countdown countdown(const Ticket &ticket, const QDateTime &now)
{
    if (isDone(ticket.statusCategory) || ticket.deletedAt.isValid())
        return {};
    const std::optional<ServiceLevel> &level = ticket.serviceLevel;
    const QDateTime due = ticket.nextDueAt();
    // What somebody set is of the whole ticket.
    if (due.isValid() && (!level || due != level->dueAt))
        return dueIn(ServiceTarget::Resolution, due, SlaState::Running, now);
    if (due.isValid())
        return dueIn(level->target, due, stateAt(*level, now), now);
    if (level && level->state == SlaState::Paused)
        return {.text = Words::tr("paused")};
    return {};
}

Countdown standing(ServiceTarget target, const TargetClock &clock, const QDateTime &now)
{
    const SlaState state = stateAt(clock, now);
    const bool reply = target == ServiceTarget::FirstResponse;
    if (clock.reachedAt.isValid() && state == SlaState::Breached) {
        return {.text = (reply ? Words::tr("answered %1 late") : Words::tr("done %1 late"))
                                .arg(late(clock.dueAt, clock.reachedAt)),
                .tone = Tone::Red};
    }
    switch (state) {
    case SlaState::Met:
        return {.text = reply ? Words::tr("answered in time") : Words::tr("done in time"),
                .tone = Tone::Green};
    case SlaState::Paused:
        return {.text = Words::tr("paused, %1 left").arg(durationOf(clock.leftSeconds()))};
    case SlaState::Breached:
        return {.text = Words::tr("overdue since %1").arg(TimeText::moment(clock.dueAt, now)),
                .tone = Tone::Red};
    case SlaState::Running:
    case SlaState::Warning: break;
    }
    if (!clock.dueAt.isValid())
        return {.text = Words::tr("due in more than a century")};
    return {.text = Words::tr("due %1").arg(TimeText::moment(clock.dueAt, now)),
            .tone = state == SlaState::Warning ? std::optional(Tone::Amber) : std::nullopt};
}

QString explanation(const TargetClock &clock)
{
    QStringList parts{businessTime(clock.goalMinutes)};
    QMap<StatusCategory, int> paused;
    for (const ServicePiece &piece : clock.pieces) {
        if (!clockRuns(piece.during))
            paused[piece.during] += piece.businessSeconds;
    }
    for (auto pause = paused.cbegin(); pause != paused.cend(); ++pause) {
        if (pause.value() >= 60)
            parts.append(pausedWhile(pause.key(), pause.value()));
    }
    return parts.join(u", "_s) + u" · "_s + clock.policy.name;
}

QString pieces(const TargetClock &clock, const QDateTime &now)
{
    QStringList lines;
    for (const ServicePiece &piece : clock.pieces) {
        const QString from = TimeText::moment(piece.from, now);
        const QString to = piece.to.isValid() ? TimeText::moment(piece.to, now) : QString();
        const QString span = to.isEmpty() ? Words::tr("since %1").arg(from)
                                          : Words::tr("%1 to %2").arg(from, to);
        const QString status = TicketText::category(piece.during);
        if (to.isEmpty()) {
            lines.append(clockRuns(piece.during)
                                 ? Words::tr("%1: %2, the time runs").arg(span, status)
                                 : Words::tr("%1: %2, the time rests").arg(span, status));
            continue;
        }
        lines.append((clockRuns(piece.during)
                              ? Words::tr("%1: %2, %3 of business time counted")
                              : Words::tr("%1: %2, %3 of business time not counted"))
                             .arg(span, status, durationOf(piece.businessSeconds)));
    }
    lines.append(Words::tr("By the clocks of %1").arg(clock.timeZone));
    return lines.join(u'\n');
}

QString scope(const SlaPolicy &policy)
{
    const QString category = policy.category ? policy.category->name : Words::tr("All categories");
    const QString priority = policy.priority ? TicketText::priority(*policy.priority)
                                             : Words::tr("all priorities");
    return category + u" · "_s + priority;
}

} // namespace Deskbell::App::SlaText
