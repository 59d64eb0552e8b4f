// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// A word that tickets carry, with its colour.
struct Tag
{
    TagId id = {};
    QString name = {};
    QString color = {}; ///< "#1f6feb", or empty for the theme's own
    int version = 1;

    friend bool operator==(const Tag &, const Tag &) = default;
};

void read(JsonReader &reader, Tag &value);
QJsonObject toJson(const Tag &value);

/// POST /tags.
struct TagDraft
{
    QString name = {};
    QString color = {}; ///< "#1f6feb", or empty

    friend bool operator==(const TagDraft &, const TagDraft &) = default;
};

void read(JsonReader &reader, TagDraft &value);
QJsonObject toJson(const TagDraft &value);
QList<FieldError> validate(const TagDraft &value);

/// PATCH /tags/{id}; what is not given stays.
struct TagPatch
{
    Given<QString> name = {};
    Given<QString> color = {}; ///< "#1f6feb", or empty

    friend bool operator==(const TagPatch &, const TagPatch &) = default;
};

void read(JsonReader &reader, TagPatch &value);
QJsonObject toJson(const TagPatch &value);
QList<FieldError> validate(const TagPatch &value);

} // namespace Deskbell
