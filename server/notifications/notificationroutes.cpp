// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationroutes.h"

#include "common/notifications/watcher.h"
#include "server/api/responses.h"
#include "server/notifications/notificationservice.h"
#include "server/notifications/watchservice.h"
#include "server/tickets/ticketservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> listNotifications(Context &context, const Input &input)
{
    const auto filter = parseQuery(input.head().query).and_then(fromQuery<NotificationFilter>);
    if (!filter)
        return fail(filter.error());
    return NotificationService::list(context, *filter)
            .map([](const NotificationService::NotificationList &list) {
                // The list as every other one, which only stays open a little longer.
                Http::Response response = listResponse(list.page);
                response.body.chop(1);
                response.body += ",\"unread\":" + QByteArray::number(list.unread) + '}';
                return response;
            });
}

Result<Http::Response> changeNotification(Context &context, const Input &input)
{
    auto notification = input.pathId<NotificationId>();
    if (!notification)
        return fail(notification.error());
    auto patch = fromJson<NotificationPatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return NotificationService::change(context, *notification, *patch)
            .map([](const QByteArray &json) { return jsonResponse(json); });
}

Result<Http::Response> markRead(Context &context, const Input &input)
{
    auto request = fromJson<NotificationsRead>(input.json);
    if (!request)
        return fail(request.error());
    return NotificationService::markRead(context, *request).map(&noContent);
}

Http::Response settingsResponse(const NotificationSettings &settings)
{
    return jsonResponse(toJson(settings));
}

Result<Http::Response> readSettings(Context &context, const Input &)
{
    return NotificationService::settings(context).map(&settingsResponse);
}

Result<Http::Response> changeSettings(Context &context, const Input &input)
{
    auto patch = fromJson<NotificationSettingsPatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return NotificationService::changeSettings(context, *patch).map(&settingsResponse);
}

/// Of /tickets/{id}/watchers/{person}: an account, or "me".
struct WatcherAddress
{
    TicketId ticket;
    AccountId person;
};

Result<WatcherAddress> watcherAddress(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    if (input.pathValues.value(1) == "me"_L1)
        return WatcherAddress{*ticket, context.principal.account};
    return input.pathId<AccountId>(1).map([&](AccountId person) {
        return WatcherAddress{*ticket, person};
    });
}

Result<Http::Response> listWatchers(Context &context, const Input &input)
{
    return TicketService::resolve(context, input.pathValues.value(0))
            .and_then([&](TicketId ticket) { return WatchService::list(context, ticket); })
            .map(&wholeListResponse);
}

Result<Http::Response> watch(Context &context, const Input &input)
{
    auto address = watcherAddress(context, input);
    if (!address)
        return fail(address.error());
    auto request = fromJson<WatchRequest>(input.json);
    if (!request)
        return fail(request.error());
    return WatchService::watch(context, address->ticket, address->person, request->mode)
            .map([](const Watcher &watcher) { return jsonResponse(toJson(watcher)); });
}

Result<Http::Response> unwatch(Context &context, const Input &input)
{
    auto address = watcherAddress(context, input);
    if (!address)
        return fail(address.error());
    return WatchService::unwatch(context, address->ticket, address->person).map(&noContent);
}

} // namespace

Routes notificationRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/notifications",
             .summary = "What one should know, newest first, and how much of it is unread",
             .handler = &listNotifications,
             .parameters = [] { return parametersOf<NotificationFilter>(); },
             .answers = bodyOf<NotificationPage>()},
            {.method = Method::Patch,
             .path = "/notifications",
             .summary = "Mark one's notifications as read: of a ticket, or all",
             .body = Body::Json,
             .handler = &markRead,
             .takes = bodyOf<NotificationsRead>()},
            {.method = Method::Patch,
             .path = "/notifications/{id}",
             .summary = "Mark a notification as read or unread",
             .body = Body::Json,
             .handler = &changeNotification,
             .takes = bodyOf<NotificationPatch>(),
             .answers = bodyOf<Notification>()},
            {.method = Method::Get,
             .path = "/me/notification-settings",
             .summary = "What one wants to be told, and where",
             .handler = &readSettings,
             .answers = bodyOf<NotificationSettings>()},
            {.method = Method::Patch,
             .path = "/me/notification-settings",
             .summary = "Choose what one wants to be told, and where",
             .body = Body::Json,
             .handler = &changeSettings,
             .takes = bodyOf<NotificationSettingsPatch>(),
             .answers = bodyOf<NotificationSettings>()},
            {.method = Method::Get,
             .path = "/tickets/{id}/watchers",
             .summary
             = "Who follows a ticket; without the right to edit it only whether oneself does",
             .handler = &listWatchers,
             .answers = pageOf<Watcher>()},
            {.method = Method::Put,
             .path = "/tickets/{id}/watchers/{person}",
             .summary = "Follow a ticket (\"me\"), or have somebody follow it who may see it then",
             .body = Body::Json,
             .handler = &watch,
             .takes = bodyOf<WatchRequest>(),
             .answers = bodyOf<Watcher>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/watchers/{person}",
             .summary = "Follow a ticket no longer",
             .handler = &unwatch},
    };
}

} // namespace Deskbell::Server
