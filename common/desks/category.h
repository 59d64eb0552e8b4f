// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/customfield.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"

namespace Deskbell {

/// What a request is about: the first choice of a new request.
struct Category
{
    CategoryId id = {};
    DeskRef desk = {};
    QString name = {};
    QString description = {}; ///< a line of explanation on its card
    int position = 0;         ///< in the order of the cards
    /// What requests go through that have none of their own.
    std::optional<ApprovalTemplateRef> approvalTemplate = {};
    QList<CustomField> fields = {}; ///< its form, in the order of the form
    int version = 1;

    friend bool operator==(const Category &, const Category &) = default;
};

void read(JsonReader &reader, Category &value);
QJsonObject toJson(const Category &value);

/// POST /categories.
struct CategoryDraft
{
    DeskId desk = {};
    QString name = {};
    QString description = {};
    int position = 0;
    ApprovalTemplateId approvalTemplate = {};
    QList<CustomField> fields = {};

    friend bool operator==(const CategoryDraft &, const CategoryDraft &) = default;
};

void read(JsonReader &reader, CategoryDraft &value);
QJsonObject toJson(const CategoryDraft &value);
QList<FieldError> validate(const CategoryDraft &value);

/// PATCH /categories/{id}; what is not given stays.
struct CategoryPatch
{
    Given<QString> name = {};
    Given<QString> description = {};
    Given<int> position = {};
    Given<ApprovalTemplateId> approvalTemplate = {};
    Given<QList<CustomField>> fields = {}; ///< replaces all of them

    friend bool operator==(const CategoryPatch &, const CategoryPatch &) = default;
};

void read(JsonReader &reader, CategoryPatch &value);
QJsonObject toJson(const CategoryPatch &value);
QList<FieldError> validate(const CategoryPatch &value);

} // namespace Deskbell
