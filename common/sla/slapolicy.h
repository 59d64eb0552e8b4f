// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"
#include "common/tickets/priority.h"

namespace Deskbell {

/// What a desk promises for some of its tickets: of all that fit a ticket the one that says most of
/// it holds.
struct SlaPolicy
{
    SlaPolicyId id = {};
    DeskRef desk = {};
    QString name = {};
    std::optional<CategoryRef> category = {}; ///< none: of every category
    std::optional<Priority> priority = {};    ///< none: of every priority
    CalendarRef calendar = {};
    std::optional<int> firstResponseMinutes = {}; ///< business time; none: nothing is promised
    std::optional<int> resolutionMinutes = {};
    int warnPercent = 75;   ///< of the time, after which somebody is warned
    bool escalates = false; ///< a breach escalates the step in which the ticket is
    int version = 1;

    friend bool operator==(const SlaPolicy &, const SlaPolicy &) = default;
};

void read(JsonReader &reader, SlaPolicy &value);
QJsonObject toJson(const SlaPolicy &value);

constexpr int maxServiceMinutes = 366 * 24 * 60;

/// POST /sla-policies, and what a rehearsal tries.
struct SlaPolicyDraft
{
    DeskId desk = {};
    QString name = {};
    CategoryId category = {};
    std::optional<Priority> priority = {};
    CalendarId calendar = {};
    std::optional<int> firstResponseMinutes = {};
    std::optional<int> resolutionMinutes = {};
    int warnPercent = 75;
    bool escalates = false;

    friend bool operator==(const SlaPolicyDraft &, const SlaPolicyDraft &) = default;
};

void read(JsonReader &reader, SlaPolicyDraft &value);
QJsonObject toJson(const SlaPolicyDraft &value);
QList<FieldError> validate(const SlaPolicyDraft &value);

/// PATCH /sla-policies/{id}; what is not given stays. The desk never changes.
struct SlaPolicyPatch
{
    Given<QString> name = {};
    Given<CategoryId> category = {};
    Given<std::optional<Priority>> priority = {};
    Given<CalendarId> calendar = {};
    Given<std::optional<int>> firstResponseMinutes = {};
    Given<std::optional<int>> resolutionMinutes = {};
    Given<int> warnPercent = {};
    Given<bool> escalates = {};

    friend bool operator==(const SlaPolicyPatch &, const SlaPolicyPatch &) = default;
};

void read(JsonReader &reader, SlaPolicyPatch &value);
QJsonObject toJson(const SlaPolicyPatch &value);
QList<FieldError> validate(const SlaPolicyPatch &value);

/// The policy as a draft, what a form begins with.
SlaPolicyDraft draftOf(const SlaPolicy &policy);
/// What is left of the draft when the patch is applied.
void apply(const SlaPolicyPatch &patch, SlaPolicyDraft &draft);

/// How often one target was kept.
struct TargetOutcome
{
    int met = 0;
    int missed = 0;

    friend bool operator==(const TargetOutcome &, const TargetOutcome &) = default;
};

void read(JsonReader &reader, TargetOutcome &value);
QJsonObject toJson(const TargetOutcome &value);

/// What became of tickets under some rules.
struct SlaOutcome
{
    TargetOutcome firstResponse = {};
    TargetOutcome resolution = {};

    friend bool operator==(const SlaOutcome &, const SlaOutcome &) = default;
};

void read(JsonReader &reader, SlaOutcome &value);
QJsonObject toJson(const SlaOutcome &value);

/// POST /sla-rehearsal: what would have become of past tickets under a policy. Looks at
/// some of them at a time; asked again with `cursor` until there is none.
struct SlaRehearsalRequest
{
    SlaPolicyId replaces = {}; ///< in whose place; none: beside all others
    SlaPolicyDraft policy = {};
    int days = 90; ///< tickets that were finished in so many days
    QString cursor = {};

    friend bool operator==(const SlaRehearsalRequest &, const SlaRehearsalRequest &) = default;
};

void read(JsonReader &reader, SlaRehearsalRequest &value);
QJsonObject toJson(const SlaRehearsalRequest &value);
QList<FieldError> validate(const SlaRehearsalRequest &value);

/// Its answer, of the tickets of this time.
struct SlaRehearsal
{
    int tickets = 0; ///< looked at
    SlaOutcome before = {};
    SlaOutcome after = {};
    QString nextCursor = {};       ///< empty: these were the last
    std::optional<int> total = {}; ///< of tickets to look at; with the first answer only

    friend bool operator==(const SlaRehearsal &, const SlaRehearsal &) = default;
};

void read(JsonReader &reader, SlaRehearsal &value);
QJsonObject toJson(const SlaRehearsal &value);

} // namespace Deskbell
