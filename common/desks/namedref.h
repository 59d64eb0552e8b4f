// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/base/jsonwriter.h"

namespace Deskbell {

/// A category, team, organisation, role and so on as other things name it:
/// `{"id":3,"name":"Network"}`.
template <class AnyId>
struct NamedRef
{
    AnyId id = {};
    QString name = {};

    friend bool operator==(const NamedRef &, const NamedRef &) = default;
};

using ApprovalTemplateRef = NamedRef<ApprovalTemplateId>;
using CalendarRef = NamedRef<CalendarId>;
using CategoryRef = NamedRef<CategoryId>;
using OrganisationRef = NamedRef<OrganisationId>;
using RoleRef = NamedRef<RoleId>;
using SlaPolicyRef = NamedRef<SlaPolicyId>;
using TeamRef = NamedRef<TeamId>;
using WorkflowRef = NamedRef<WorkflowId>;

template <class AnyId>
void read(JsonReader &reader, NamedRef<AnyId> &ref)
{
    reader.id(QLatin1StringView("id"), ref.id, Presence::Required);
    reader.text(QLatin1StringView("name"), ref.name, Presence::Required);
}

template <class AnyId>
QJsonObject toJson(const NamedRef<AnyId> &ref)
{
    return {{QStringLiteral("id"), ref.id.value()}, {QStringLiteral("name"), ref.name}};
}

/// Null for none.
template <class AnyId>
QJsonValue toJson(const std::optional<NamedRef<AnyId>> &ref)
{
    return ref ? QJsonValue(toJson(*ref)) : QJsonValue(QJsonValue::Null);
}

} // namespace Deskbell
