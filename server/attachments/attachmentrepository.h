// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/listing.h"
#include "server/attachments/uploadrepository.h"
#include "server/db/connection.h"

namespace Deskbell::Server {

/// A file on a ticket.
struct StoredAttachment
{
    AttachmentId id;
    TicketId ticket;
    DeskId desk;
    QString fileName;
    StoredContent content;
    bool internal = false;
    AccountId createdBy;
    QDateTime createdAt;
};

/// A file to be put on a ticket.
struct NewAttachment
{
    TicketId ticket;
    std::optional<TimelineEntryId> entry = {}; ///< nothing: the ticket itself
    bool internal = false;
    QString fileName; ///< cleaned
    StoredContent content;
    QUuid upload = {}; ///< that it came by, if any
};

[[nodiscard]] Result<AttachmentId> insertAttachment(Db::Connection &db,
                                                    const NewAttachment &attachment,
                                                    AccountId account, const QDateTime &now);

/// If the viewer may see it: the ticket is visible, and it is not internal or they may read notes.
[[nodiscard]] Result<std::optional<StoredAttachment>>
selectAttachment(Db::Connection &db, AttachmentId id, AccountId viewer);
/// The same as the interface shows it (JSON).
[[nodiscard]] Result<QByteArray> selectAttachmentAnswer(Db::Connection &db, AttachmentId id);
/// Those of one ticket that the viewer may see, oldest first. Invalid (field "cursor").
[[nodiscard]] Result<Listed> selectAttachments(Db::Connection &db, TicketId ticket,
                                               AccountId viewer, const PageRequest &page);
[[nodiscard]] Result<> markAttachmentDeleted(Db::Connection &db, AttachmentId id, AccountId account,
                                             const QDateTime &now);

} // namespace Deskbell::Server
