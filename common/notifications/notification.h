// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/paging.h"
#include "common/base/query.h"
#include "common/notifications/notificationkind.h"
#include "common/tickets/ticketref.h"

namespace Deskbell {

/// Something that its owner should know, about a ticket that they see.
struct Notification
{
    NotificationId id = {};
    NotificationKind kind = NotificationKind::Changed;
    TicketRef ticket = {};
    std::optional<PersonRef> actor = {}; ///< nobody: the system
    TimelineEntryId entryId = {};        ///< of the reply or note that it is about
    bool isInternal = false;             ///< about a note
    QString excerpt = {};                ///< the beginning of that reply or note
    QString status = {};                 ///< into which the ticket came
    QString statusLabel = {};            ///< what its workflow calls it
    QDateTime createdAt = {};
    QDateTime readAt = {}; ///< invalid while it is unread

    friend bool operator==(const Notification &, const Notification &) = default;
};

void read(JsonReader &reader, Notification &notification);
QJsonObject toJson(const Notification &notification);

/// What GET /notifications answers: newest first, and how many are unread in all.
struct NotificationPage
{
    QList<Notification> data = {};
    Pagination pagination = {};
    int unread = 0;
};

void read(JsonReader &reader, NotificationPage &page);

/// The query of GET /notifications.
struct NotificationFilter
{
    std::optional<bool> unread = {};
    QList<NotificationKind> kinds = {};
    QList<TicketId> tickets = {};
    PageRequest page = {};

    friend bool operator==(const NotificationFilter &, const NotificationFilter &) = default;
};

void read(QueryReader &reader, NotificationFilter &filter);
QueryItems toQuery(const NotificationFilter &filter);

/// PATCH /notifications/{id}
struct NotificationPatch
{
    bool read = true;
};

void read(JsonReader &reader, NotificationPatch &patch);
QJsonObject toJson(const NotificationPatch &patch);

/// PATCH /notifications: those about one ticket are read now, or all.
struct NotificationsRead
{
    TicketId ticket = {};
};

void read(JsonReader &reader, NotificationsRead &request);
QJsonObject toJson(const NotificationsRead &request);

} // namespace Deskbell
