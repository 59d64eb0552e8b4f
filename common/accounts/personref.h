// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/base/jsonwriter.h"

namespace Deskbell {

/// A person as other things name them: `{"id":7,"displayName":"Jane Doe"}`.
struct PersonRef
{
    AccountId id = {};
    QString displayName = {};

    friend bool operator==(const PersonRef &, const PersonRef &) = default;
};

void read(JsonReader &reader, PersonRef &person);
QJsonObject toJson(const PersonRef &person);

/// A person or nobody as a JSON value; null for nobody.
QJsonValue toJson(const std::optional<PersonRef> &person);

} // namespace Deskbell
