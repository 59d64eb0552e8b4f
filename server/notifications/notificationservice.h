// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/notification.h"
#include "common/notifications/notificationsettings.h"
#include "server/api/listing.h"
#include "server/base/context.h"

/// One's own notifications. What they are about is asked of the visibility rule again each time:
/// who has lost sight of a ticket, or the right to read notes, finds nothing of it here either.
namespace Deskbell::Server::NotificationService {

struct NotificationList
{
    Listed page = {};
    qint64 unread = 0; ///< in all, whatever the page shows
};

Result<NotificationList> list(Context &context, const NotificationFilter &filter);

/// Marks one as read or as unread; its JSON. NotFound.
Result<QByteArray> change(Context &context, NotificationId notification,
                          const NotificationPatch &patch);
/// Marks those about a ticket as read, or all.
Result<> markRead(Context &context, const NotificationsRead &request);

Result<NotificationSettings> settings(Context &context);
Result<NotificationSettings> changeSettings(Context &context,
                                            const NotificationSettingsPatch &patch);

} // namespace Deskbell::Server::NotificationService
