// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/deskref.h"
#include "common/desks/namedref.h"
#include "common/tickets/priority.h"

namespace Deskbell {

/// What a new request of a desk can begin with, for things that are asked for again and again.
/// Whatever it leaves empty is left to whoever writes the request.
struct TicketTemplate
{
    TicketTemplateId id = {};
    DeskRef desk = {};
    QString name = {};
    QString title = {};
    QString description = {};                 ///< Markdown
    std::optional<CategoryRef> category = {}; ///< one that can still be chosen
    Priority priority = Priority::Medium;
    QStringList tags = {};
    QJsonObject customFields = {}; ///< of the category's form, not necessarily all
    int version = 1;

    friend bool operator==(const TicketTemplate &, const TicketTemplate &) = default;
};

void read(JsonReader &reader, TicketTemplate &value);
QJsonObject toJson(const TicketTemplate &value);

/// POST /ticket-templates.
struct TicketTemplateDraft
{
    DeskId desk = {};
    QString name = {};
    QString title = {};
    QString description = {};
    CategoryId category = {};
    Priority priority = Priority::Medium;
    QStringList tags = {};
    QJsonObject customFields = {};

    friend bool operator==(const TicketTemplateDraft &, const TicketTemplateDraft &) = default;
};

void read(JsonReader &reader, TicketTemplateDraft &value);
QJsonObject toJson(const TicketTemplateDraft &value);
QList<FieldError> validate(const TicketTemplateDraft &value);

/// PATCH /ticket-templates/{id}; what is not given stays.
struct TicketTemplatePatch
{
    Given<QString> name = {};
    Given<QString> title = {};
    Given<QString> description = {};
    Given<CategoryId> category = {};
    Given<Priority> priority = {};
    Given<QStringList> tags = {};
    Given<QJsonObject> customFields = {}; ///< replaces all of them

    friend bool operator==(const TicketTemplatePatch &, const TicketTemplatePatch &) = default;
};

void read(JsonReader &reader, TicketTemplatePatch &value);
QJsonObject toJson(const TicketTemplatePatch &value);
QList<FieldError> validate(const TicketTemplatePatch &value);

} // namespace Deskbell
