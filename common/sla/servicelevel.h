// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/namedref.h"
#include "common/tickets/statuscategory.h"

namespace Deskbell {

/// What is promised about a ticket.
enum class ServiceTarget { FirstResponse, Resolution };

template <>
struct WireEnum<ServiceTarget>
{
    static constexpr auto names = std::to_array<WireName<ServiceTarget>>({
            {ServiceTarget::FirstResponse, "first_response"},
            {ServiceTarget::Resolution, "resolution"},
    });
};

/// How a promise stands.
enum class SlaState {
    Running,
    Warning, ///< running, with little of the time left
    Breached,
    Paused,
    Met,
};

template <>
struct WireEnum<SlaState>
{
    static constexpr auto names = std::to_array<WireName<SlaState>>({
            {SlaState::Running, "running"},
            {SlaState::Warning, "warning"},
            {SlaState::Breached, "breached"},
            {SlaState::Paused, "paused"},
            {SlaState::Met, "met"},
    });
};

/// A time in which the clock ran or did not, because the ticket was so.
struct ServicePiece
{
    QDateTime from = {};
    QDateTime to = {}; ///< invalid: it goes on
    StatusCategory during = StatusCategory::Open;
    int businessSeconds = 0; ///< of it, until the clock was reckoned

    friend bool operator==(const ServicePiece &, const ServicePiece &) = default;
};

void read(JsonReader &reader, ServicePiece &value);
QJsonObject toJson(const ServicePiece &value);

/// An explanation shows no more than the newest of them; sums are of all.
constexpr int maxServicePieces = 50;

/// One promise: how it stands, and why.
struct TargetClock
{
    SlaState state = SlaState::Running; ///< when it was reckoned; see stateAt()
    /// When the time is used up, if nothing else happens. Invalid while it is paused before that,
    /// and when it was reached in time out of a pause.
    QDateTime dueAt = {};
    QDateTime warnAt = {};
    QDateTime reachedAt = {}; ///< invalid: not yet
    SlaPolicyRef policy = {};
    QString timeZone = {}; ///< of the policy's calendar
    int goalMinutes = 0;
    int usedSeconds = 0;   ///< business time that counted
    int pausedSeconds = 0; ///< business time that did not
    QList<ServicePiece> pieces = {};

    int leftSeconds() const { return std::max(0, goalMinutes * 60 - usedSeconds); }
    /// Whether only time has to pass for it to be due.
    bool isRunning() const;

    friend bool operator==(const TargetClock &, const TargetClock &) = default;
};

void read(JsonReader &reader, TargetClock &value);
QJsonObject toJson(const TargetClock &value);

/// `serviceClocks` of a single ticket.
struct ServiceClocks
{
    QDateTime reckonedAt = {};                     ///< when something happened last that counts
    std::optional<TargetClock> firstResponse = {}; ///< none: nothing is promised
    std::optional<TargetClock> resolution = {};

    friend bool operator==(const ServiceClocks &, const ServiceClocks &) = default;
};

void read(JsonReader &reader, ServiceClocks &value);
QJsonObject toJson(const ServiceClocks &value);

/// `serviceLevel` of every ticket: what is due next of what is promised.
struct ServiceLevel
{
    ServiceTarget target = ServiceTarget::Resolution;
    SlaState state
            = SlaState::Running; ///< never Warning: that follows from the time; see stateAt()
    QDateTime dueAt = {};        ///< invalid while it is paused, and when it is over
    QDateTime warnAt = {};

    friend bool operator==(const ServiceLevel &, const ServiceLevel &) = default;
};

void read(JsonReader &reader, ServiceLevel &value);
QJsonObject toJson(const ServiceLevel &value);

/// None when nothing is promised.
std::optional<ServiceLevel> serviceLevel(const ServiceClocks &clocks);

/// What has become of the state since, if nothing happened but that time passed.
SlaState stateAt(const ServiceLevel &level, const QDateTime &now);
SlaState stateAt(const TargetClock &clock, const QDateTime &now);

} // namespace Deskbell
