// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/notification.h"

/// Notifications in words for people.
namespace Deskbell::App::NotificationText {

/// What happened: "Jane Doe answered".
QString sentence(const Notification &notification);
/// About what: "HD-1042 · No network".
QString subject(const Notification &notification);
/// The kind as a line of the settings: "Somebody mentions me".
QString kind(NotificationKind kind);
/// The icon that stands for the kind.
QString icon(NotificationKind kind);

} // namespace Deskbell::App::NotificationText
