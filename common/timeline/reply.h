// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/attachments/attachment.h"

namespace Deskbell {

/// A reply to the requester, or (isInternal) a note that only staff sees, as answers show it.
struct Reply
{
    ReplyId id = {};
    TicketId ticketId = {};
    QString message = {}; ///< Markdown; empty once deleted
    bool isInternal = false;
    bool isSolution = false;
    std::optional<PersonRef> author = {};
    QDateTime createdAt = {};
    QDateTime editedAt = {};  ///< invalid while it is as it was written
    QDateTime deletedAt = {}; ///< invalid unless deleted
    QList<Attachment> attachments = {};
    int version = 1;

    friend bool operator==(const Reply &, const Reply &) = default;
};

void read(JsonReader &reader, Reply &reply);
QJsonObject toJson(const Reply &reply);

} // namespace Deskbell
