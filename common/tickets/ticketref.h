// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// A ticket as other things name it: `{"id":7,"number":"HD-1042","title":"No network"}`.
struct TicketRef
{
    TicketId id = {};
    QString number = {};
    QString title = {};

    friend bool operator==(const TicketRef &, const TicketRef &) = default;
};

void read(JsonReader &reader, TicketRef &ticket);
QJsonObject toJson(const TicketRef &ticket);

} // namespace Deskbell
