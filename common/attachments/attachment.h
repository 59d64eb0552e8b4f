// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"

namespace Deskbell {

/// A file on a ticket or on one of its replies, as answers show it.
struct Attachment
{
    AttachmentId id = {};
    TicketId ticketId = {};
    TimelineEntryId entryId = {}; ///< none when it belongs to the ticket itself
    QString fileName = {};        ///< cleaned for display and saving
    QString mediaType = {};
    qint64 size = 0;         ///< bytes
    QString sha256 = {};     ///< 64 lower-case hex digits
    bool isInternal = false; ///< hangs on a note
    QDateTime createdAt = {};
    std::optional<PersonRef> createdBy = {};

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

void read(JsonReader &reader, Attachment &attachment);
QJsonObject toJson(const Attachment &attachment);

} // namespace Deskbell
