// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/worklog/timeentry.h"

#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TimeEntry &entry)
{
    reader.id("id"_L1, entry.id, Presence::Required);
    reader.child("person"_L1, entry.person, Presence::Required);
    reader.integer("minutes"_L1, entry.minutes, Presence::Required, 1, maxMinutesSpent);
    reader.day("day"_L1, entry.day, Presence::Required);
    reader.text("note"_L1, entry.note, Presence::Required);
}

QJsonObject toJson(const TimeEntry &entry)
{
    return {{u"id"_s, entry.id.value()},
            {u"person"_s, toJson(entry.person)},
            {u"minutes"_s, entry.minutes},
            {u"day"_s, entry.day.toString(Qt::ISODate)},
            {u"note"_s, entry.note}};
}

void read(JsonReader &reader, TimeEntryDraft &draft)
{
    reader.integer("minutes"_L1, draft.minutes, Presence::Required, 1, maxMinutesSpent);
    reader.day("day"_L1, draft.day, Presence::Required);
    reader.cleanedText("note"_L1, draft.note, Presence::Optional);
}

QJsonObject toJson(const TimeEntryDraft &draft)
{
    return {{u"minutes"_s, draft.minutes},
            {u"day"_s, draft.day.toString(Qt::ISODate)},
            {u"note"_s, draft.note}};
}

QList<FieldError> validate(const TimeEntryDraft &draft)
{
    QList<FieldError> faults;
    checkText(u"note"_s, draft.note, timeNoteRule, faults);
    return faults;
}

void read(JsonReader &reader, TimeEntryPatch &patch)
{
    reader.integer("minutes"_L1, patch.minutes, Presence::Optional, 1, maxMinutesSpent);
    reader.day("day"_L1, patch.day, Presence::Optional);
    reader.cleanedText("note"_L1, patch.note, Presence::Optional);
}

QJsonObject toJson(const TimeEntryPatch &patch)
{
    QJsonObject object;
    if (patch.minutes)
        object[u"minutes"_s] = *patch.minutes;
    if (patch.day)
        object[u"day"_s] = patch.day->toString(Qt::ISODate);
    if (patch.note)
        object[u"note"_s] = *patch.note;
    return object;
}

QList<FieldError> validate(const TimeEntryPatch &patch)
{
    QList<FieldError> faults;
    if (patch.note)
        checkText(u"note"_s, *patch.note, timeNoteRule, faults);
    return faults;
}

} // namespace Deskbell
