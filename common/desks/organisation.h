// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// A customer organisation with people of its own (E3's customers).
struct Organisation
{
    OrganisationId id = {};
    QString name = {};
    QString description = {};
    int version = 1;

    friend bool operator==(const Organisation &, const Organisation &) = default;
};

void read(JsonReader &reader, Organisation &value);
QJsonObject toJson(const Organisation &value);

/// POST /organisations.
struct OrganisationDraft
{
    QString name = {};
    QString description = {};

    friend bool operator==(const OrganisationDraft &, const OrganisationDraft &) = default;
};

void read(JsonReader &reader, OrganisationDraft &value);
QJsonObject toJson(const OrganisationDraft &value);
QList<FieldError> validate(const OrganisationDraft &value);

/// PATCH /organisations/{id}; what is not given stays.
struct OrganisationPatch
{
    Given<QString> name = {};
    Given<QString> description = {};

    friend bool operator==(const OrganisationPatch &, const OrganisationPatch &) = default;
};

void read(JsonReader &reader, OrganisationPatch &value);
QJsonObject toJson(const OrganisationPatch &value);
QList<FieldError> validate(const OrganisationPatch &value);

} // namespace Deskbell
