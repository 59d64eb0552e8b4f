// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/attachments/attachmentrepository.h"
#include "server/base/context.h"

#include <QList>
#include <QUuid>

#include <optional>

namespace Deskbell::Server {

/// Hangs finished uploads of the caller on a ticket (on its description without an entry) or on one
/// of its entries. Runs inside the transaction of whoever calls; that one writes timeline, activity
/// and event. Each upload can be used once. Invalid, with one field error of `attachmentIds` for
/// each id (params "id") that is not an upload of the caller's (not_found), still incomplete
/// (not_finished) or there twice (not_unique).
[[nodiscard]] Result<> attachUploads(Context &context, TicketId ticket,
                                     std::optional<TimelineEntryId> entry,
                                     const QList<QUuid> &uploadIds, bool internal);

/// Whether the caller may put a file on the ticket now: NotFound, Forbidden, or Conflict
/// ("ticket.deleted").
[[nodiscard]] Result<> checkMayAttach(Context &context, TicketId ticket);

/// Puts the finished file at `path` on the ticket itself; with timeline, activity and event.
[[nodiscard]] Result<AttachmentId> addAttachment(Context &context, TicketId ticket,
                                                 const QString &fileName, const QString &path,
                                                 const StoredContent &content);

/// The files of a ticket that the caller may see. Invalid (field "cursor").
[[nodiscard]] Result<Listed> listAttachments(Context &context, TicketId ticket,
                                             const PageRequest &page);

/// For reading its bytes: logged as a view.
[[nodiscard]] Result<StoredAttachment> viewAttachment(Context &context, AttachmentId id);

/// Softly, one's own or with comment.delete_any.
[[nodiscard]] Result<> removeAttachment(Context &context, AttachmentId id);

} // namespace Deskbell::Server
