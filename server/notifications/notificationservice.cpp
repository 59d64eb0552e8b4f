// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationservice.h"

#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/events/eventlog.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::NotificationService {

namespace {

constexpr auto quietClock = "HH:mm"_L1;

/// The newest is first, so a page begins before this.
struct NewestPlace
{
    QString time = u"infinity"_s;
    qint64 id = std::numeric_limits<qint64>::max();
    qint64 skipped = 0;
};

Result<NewestPlace> placeOf(const PageRequest &page)
{
    if (!page.byCursor)
        return NewestPlace{.skipped = qint64(page.page - 1) * page.pageSize};
    if (page.cursor.isEmpty())
        return NewestPlace();
    const auto key = decodeCursor(page.cursor, 2);
    if (!key)
        return fail(key.error());
    return NewestPlace{.time = key->at(0).toString(), .id = key->at(1).toInteger()};
}

QStringList kindNames(const QList<NotificationKind> &kinds)
{
    QStringList names;
    for (const NotificationKind kind : kinds)
        names.append(QString(toWire(kind)));
    return names;
}

Result<Db::Rows> selectPage(Context &context, const NotificationFilter &filter,
                            const NewestPlace &place, int limit, NotificationId only = {})
{
    return context.db.run("notifications/list_notifications",
                          {{":viewer", context.principal.account},
                           {":notification", only},
                           {":unread", filter.unread},
                           {":kinds", kindNames(filter.kinds)},
                           {":tickets", filter.tickets},
                           {":place_time", place.time},
                           {":place_id", place.id},
                           {":limit", limit},
                           {":skipped", place.skipped}});
}

/// Tells the owner's other windows.
Result<> tellOwner(Context &context)
{
    return appendEvent(context, {.type = EventType::NotificationUpdated,
                                 .recipients = {context.principal.account}});
}

NotificationSettings settingsOf(const Db::Rows &rows)
{
    NotificationSettings settings;
    const QJsonObject chosen = QJsonDocument::fromJson(rows.utf8(0)).object();
    for (const NotificationRow &row : WireEnum<NotificationKind>::names) {
        const QJsonObject choice = chosen.value(toWire(row.value)).toObject();
        settings.choices.append({.kind = row.value,
                                 .inApp = choice["inApp"_L1].toBool(row.inApp),
                                 .onDesktop = choice["onDesktop"_L1].toBool(row.onDesktop)});
    }
    settings.quietHours = {.enabled = rows.flag(1),
                           .from = QTime::fromString(rows.text(2), QString(quietClock)),
                           .to = QTime::fromString(rows.text(3), QString(quietClock))};
    settings.quietUntil = rows.time(4);
    return settings;
}

NotificationSettings defaultSettings()
{
    NotificationSettings settings;
    for (const NotificationRow &row : WireEnum<NotificationKind>::names)
        settings.choices.append(
                {.kind = row.value, .inApp = row.inApp, .onDesktop = row.onDesktop});
    return settings;
}

/// What is stored: only what differs, so that a default that changes changes for who never chose.
QJsonObject differing(const QList<NotificationChoice> &choices)
{
    QJsonObject object;
    for (const NotificationChoice &choice : choices) {
        const NotificationRow &row = rowOf(choice.kind);
        if (choice.inApp != row.inApp || choice.onDesktop != row.onDesktop)
            object[toWire(choice.kind)]
                    = QJsonObject{{u"inApp"_s, choice.inApp}, {u"onDesktop"_s, choice.onDesktop}};
    }
    return object;
}

} // namespace

Result<NotificationList> list(Context &context, const NotificationFilter &filter)
{
    const auto place = placeOf(filter.page);
    if (!place)
        return fail(place.error());
    const int size = filter.page.pageSize;
    auto rows = selectPage(context, filter, *place, size + 1);
    if (!rows) {
        const bool isOfCursor = filter.page.byCursor && rows.error().key == "database.value";
        return fail(isOfCursor ? Error::invalidField(u"cursor"_s, "invalid") : rows.error());
    }
    NotificationList list;
    QString nextCursor;
    while (list.page.data.size() < size && rows->next()) {
        list.page.data.append(rows->utf8(0));
        if (list.page.data.size() == size && rows->count() > size)
            nextCursor = encodeCursor({rows->text(1), rows->number(2)});
    }
    const auto unread = countIn(
            context.db.run("notifications/count_unread", {{":viewer", context.principal.account}}));
    if (!unread)
        return fail(unread.error());
    list.unread = *unread;
    if (filter.page.byCursor) {
        list.page.pagination = {.pageSize = size, .nextCursor = nextCursor};
        return list;
    }
    const auto total = countIn(context.db.run("notifications/count_notifications",
                                              {{":viewer", context.principal.account},
                                               {":unread", filter.unread},
                                               {":kinds", kindNames(filter.kinds)},
                                               {":tickets", filter.tickets}}));
    if (!total)
        return fail(total.error());
    list.page.pagination = numberedPagination(filter.page, *total, nextCursor);
    return list;
}

Result<QByteArray> change(Context &context, NotificationId notification,
                          const NotificationPatch &patch)
{
    return Db::inTransaction<QByteArray>(context.db, [&]() -> Result<QByteArray> {
        auto changed = context.db.run("notifications/update_notification",
                                      {{":notification", notification},
                                       {":viewer", context.principal.account},
                                       {":read", patch.read},
                                       {":now", context.now()}});
        if (!changed)
            return fail(changed.error());
        if (changed->affected() > 0) {
            if (auto told = tellOwner(context); !told)
                return fail(told.error());
        }
        auto rows = selectPage(context, {}, {}, 1, notification);
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(Error::notFound(u"notification"_s));
        return rows->utf8(0);
    });
}

Result<> markRead(Context &context, const NotificationsRead &request)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto changed = context.db.run("notifications/update_read",
                                      {{":viewer", context.principal.account},
                                       {":ticket", request.ticket},
                                       {":now", context.now()}});
        if (!changed)
            return fail(changed.error());
        return changed->affected() > 0 ? tellOwner(context) : Result<>();
    });
}

Result<NotificationSettings> settings(Context &context)
{
    auto rows = context.db.run("notifications/select_settings",
                               {{":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    return rows->next() ? settingsOf(*rows) : defaultSettings();
}

Result<NotificationSettings> changeSettings(Context &context,
                                            const NotificationSettingsPatch &patch)
{
    return Db::inTransaction<NotificationSettings>(
            context.db, [&]() -> Result<NotificationSettings> {
                auto current = settings(context);
                if (!current)
                    return current;
                for (const NotificationChoice &choice : patch.choices) {
                    for (NotificationChoice &one : current->choices) {
                        if (one.kind == choice.kind)
                            one = choice;
                    }
                }
                current->quietHours = patch.quietHours.value_or(current->quietHours);
                current->quietUntil = patch.quietUntil.value_or(current->quietUntil);
                auto stored = context.db.run(
                        "notifications/upsert_settings",
                        {{":viewer", context.principal.account},
                         {":choices", differing(current->choices)},
                         {":quiet", current->quietHours.enabled},
                         {":quiet_from", current->quietHours.from.toString(QString(quietClock))},
                         {":quiet_to", current->quietHours.to.toString(QString(quietClock))},
                         {":quiet_until", current->quietUntil}});
                if (!stored)
                    return fail(stored.error());
                // The event tells the owner's other windows; what changed is read by them.
                if (auto told = tellOwner(context); !told)
                    return fail(told.error());
                return current;
            });
}

} // namespace Deskbell::Server::NotificationService
