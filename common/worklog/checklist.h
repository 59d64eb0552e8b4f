// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/text.h"

#include <QDateTime>

namespace Deskbell {

/// What has to be done for a ticket, point by point: for those who work on it, as notes are.
struct ChecklistItem
{
    ChecklistItemId id = {};
    QString text = {};
    bool done = false;
    std::optional<PersonRef> doneBy = {};
    QDateTime doneAt = {};

    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

constexpr int maxChecklistItems = 100;
constexpr TextRule checklistTextRule{.min = 1, .max = 500};

void read(JsonReader &reader, ChecklistItem &item);
QJsonObject toJson(const ChecklistItem &item);

/// POST /tickets/{id}/checklist
struct ChecklistItemDraft
{
    QString text = {};
    bool done = false;
    std::optional<int> position = {}; ///< from 0; none, or behind the last: at the end

    friend bool operator==(const ChecklistItemDraft &, const ChecklistItemDraft &) = default;
};

void read(JsonReader &reader, ChecklistItemDraft &draft);
QJsonObject toJson(const ChecklistItemDraft &draft);
QList<FieldError> validate(const ChecklistItemDraft &draft);

/// PATCH /tickets/{id}/checklist/{itemId}
struct ChecklistItemPatch
{
    Given<QString> text = {};
    Given<bool> done = {};
    Given<int> position = {}; ///< among the others, from 0; behind the last: at the end

    friend bool operator==(const ChecklistItemPatch &, const ChecklistItemPatch &) = default;
};

void read(JsonReader &reader, ChecklistItemPatch &patch);
QJsonObject toJson(const ChecklistItemPatch &patch);
QList<FieldError> validate(const ChecklistItemPatch &patch);

} // namespace Deskbell
