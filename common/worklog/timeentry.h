// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/text.h"

#include <QDate>

namespace Deskbell {

/// Time that somebody spent on a ticket: for those who work on it, as notes are.
struct TimeEntry
{
    TimeEntryId id = {};
    PersonRef person = {};
    int minutes = 0;
    QDate day = {}; ///< on which it was spent, by that person's calendar
    QString note = {};

    friend bool operator==(const TimeEntry &, const TimeEntry &) = default;
};

constexpr int maxTimeEntries = 500;
constexpr int maxMinutesSpent = 24 * 60;
constexpr TextRule timeNoteRule{.min = 0, .max = 500};

void read(JsonReader &reader, TimeEntry &entry);
QJsonObject toJson(const TimeEntry &entry);

/// POST /tickets/{id}/time-entries
struct TimeEntryDraft
{
    int minutes = 0;
    QDate day = {};
    QString note = {};

    friend bool operator==(const TimeEntryDraft &, const TimeEntryDraft &) = default;
};

void read(JsonReader &reader, TimeEntryDraft &draft);
QJsonObject toJson(const TimeEntryDraft &draft);
QList<FieldError> validate(const TimeEntryDraft &draft);

/// PATCH /tickets/{id}/time-entries/{entryId}
struct TimeEntryPatch
{
    Given<int> minutes = {};
    Given<QDate> day = {};
    Given<QString> note = {};

    friend bool operator==(const TimeEntryPatch &, const TimeEntryPatch &) = default;
};

void read(JsonReader &reader, TimeEntryPatch &patch);
QJsonObject toJson(const TimeEntryPatch &patch);
QList<FieldError> validate(const TimeEntryPatch &patch);

} // namespace Deskbell
