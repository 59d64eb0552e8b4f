// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/servicelevel.h"

#include "common/base/jsonwriter.h"
#include "common/sla/serviceclock.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

QJsonValue clockToJson(const std::optional<TargetClock> &clock)
{
    return clock ? QJsonValue(toJson(*clock)) : QJsonValue(QJsonValue::Null);
}

SlaState runningState(const QDateTime &warnAt, const QDateTime &dueAt, const QDateTime &now)
{
    if (dueAt.isValid() && now > dueAt)
        return SlaState::Breached;
    return warnAt.isValid() && now >= warnAt ? SlaState::Warning : SlaState::Running;
}

} // namespace

void read(JsonReader &reader, ServicePiece &value)
{
    reader.time("from"_L1, value.from, Presence::Required);
    reader.time("to"_L1, value.to, Presence::RequiredNullable);
    reader.enumValue("during"_L1, value.during, Presence::Required);
    reader.integer("businessSeconds"_L1, value.businessSeconds, Presence::Required, 0);
}

QJsonObject toJson(const ServicePiece &value)
{
    return {{u"from"_s, timeToJson(value.from)},
            {u"to"_s, timeToJson(value.to)},
            {u"during"_s, QString(toWire(value.during))},
            {u"businessSeconds"_s, value.businessSeconds}};
}

bool TargetClock::isRunning() const
{
    return !reachedAt.isValid() && !pieces.isEmpty() && clockRuns(pieces.constLast().during);
}

void read(JsonReader &reader, TargetClock &value)
{
    reader.enumValue("state"_L1, value.state, Presence::Required);
    reader.time("dueAt"_L1, value.dueAt, Presence::RequiredNullable);
    reader.time("warnAt"_L1, value.warnAt, Presence::RequiredNullable);
    reader.time("reachedAt"_L1, value.reachedAt, Presence::RequiredNullable);
    reader.child("policy"_L1, value.policy, Presence::Required);
    reader.text("timeZone"_L1, value.timeZone, Presence::Required);
    reader.integer("goalMinutes"_L1, value.goalMinutes, Presence::Required, 1);
    reader.integer("usedSeconds"_L1, value.usedSeconds, Presence::Required, 0);
    reader.integer("pausedSeconds"_L1, value.pausedSeconds, Presence::Required, 0);
    reader.children("pieces"_L1, value.pieces, Presence::Required);
    reader.accept("leftSeconds"_L1);
}

QJsonObject toJson(const TargetClock &value)
{
    return {{u"state"_s, QString(toWire(value.state))},
            {u"dueAt"_s, timeToJson(value.dueAt)},
            {u"warnAt"_s, timeToJson(value.warnAt)},
            {u"reachedAt"_s, timeToJson(value.reachedAt)},
            {u"policy"_s, toJson(value.policy)},
            {u"timeZone"_s, value.timeZone},
            {u"goalMinutes"_s, value.goalMinutes},
            {u"usedSeconds"_s, value.usedSeconds},
            {u"leftSeconds"_s, value.leftSeconds()},
            {u"pausedSeconds"_s, value.pausedSeconds},
            {u"pieces"_s, listToJson(value.pieces)}};
}

void read(JsonReader &reader, ServiceClocks &value)
{
    reader.time("reckonedAt"_L1, value.reckonedAt, Presence::Required);
    reader.child("firstResponse"_L1, value.firstResponse, Presence::RequiredNullable);
    reader.child("resolution"_L1, value.resolution, Presence::RequiredNullable);
}

QJsonObject toJson(const ServiceClocks &value)
{
    return {{u"reckonedAt"_s, timeToJson(value.reckonedAt)},
            {u"firstResponse"_s, clockToJson(value.firstResponse)},
            {u"resolution"_s, clockToJson(value.resolution)}};
}

void read(JsonReader &reader, ServiceLevel &value)
{
    reader.enumValue("target"_L1, value.target, Presence::Required);
    reader.enumValue("state"_L1, value.state, Presence::Required);
    reader.time("dueAt"_L1, value.dueAt, Presence::RequiredNullable);
    reader.time("warnAt"_L1, value.warnAt, Presence::RequiredNullable);
}

QJsonObject toJson(const ServiceLevel &value)
{
    return {{u"target"_s, QString(toWire(value.target))},
            {u"state"_s, QString(toWire(value.state))},
            {u"dueAt"_s, timeToJson(value.dueAt)},
            {u"warnAt"_s, timeToJson(value.warnAt)}};
}

std::optional<ServiceLevel> serviceLevel(const ServiceClocks &clocks)
{
    std::optional<ServiceLevel> next;
    bool open = false;
    bool missed = false;
    const auto consider = [&](ServiceTarget target, const std::optional<TargetClock> &clock) {
        if (!clock)
            return;
        missed = missed || clock->state == SlaState::Breached;
        if (clock->reachedAt.isValid())
            return;
        const SlaState state = clock->isRunning() ? SlaState::Running : clock->state;
        const bool sooner = clock->dueAt.isValid()
                            && (!open || !next->dueAt.isValid() || clock->dueAt < next->dueAt);
        if (!open || sooner)
            next = {.target = target,
                    .state = state,
                    .dueAt = clock->dueAt,
                    .warnAt = clock->dueAt.isValid() ? clock->warnAt : QDateTime()};
        open = true;
    };
    consider(ServiceTarget::FirstResponse, clocks.firstResponse);
    consider(ServiceTarget::Resolution, clocks.resolution);
    if (open || (!clocks.firstResponse && !clocks.resolution))
        return next;
    return ServiceLevel{.target = clocks.resolution ? ServiceTarget::Resolution
                                                    : ServiceTarget::FirstResponse,
                        .state = missed ? SlaState::Breached : SlaState::Met};
}

SlaState stateAt(const ServiceLevel &level, const QDateTime &now)
{
    return level.state == SlaState::Running ? runningState(level.warnAt, level.dueAt, now)
                                            : level.state;
}

SlaState stateAt(const TargetClock &clock, const QDateTime &now)
{
    return clock.isRunning() ? runningState(clock.warnAt, clock.dueAt, now) : clock.state;
}

} // namespace Deskbell
