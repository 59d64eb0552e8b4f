// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/base/jsonwriter.h"

namespace Deskbell {

/// A desk as other things name it: `{"id":1,"key":"HD","name":"Help desk"}`.
struct DeskRef
{
    DeskId id = {};
    QString key = {};
    QString name = {};

    friend bool operator==(const DeskRef &, const DeskRef &) = default;
};

void read(JsonReader &reader, DeskRef &desk);
QJsonObject toJson(const DeskRef &desk);
QJsonValue toJson(const std::optional<DeskRef> &desk);

} // namespace Deskbell
