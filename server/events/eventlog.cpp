// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventlog.h"

#include "server/notifications/notifier.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<> appendEvent(Context &context, const EventDraft &draft)
{
    std::optional<QList<AccountId>> recipients;
    if (!draft.recipients.isEmpty())
        recipients = draft.recipients;
    auto rows = context.db.run("events/insert_event", {{":type", toWire(draft.type)},
                                                       {":ticket", draft.ticket},
                                                       {":internal", draft.internal},
                                                       {":recipients", recipients},
                                                       {":actor", context.principal.account},
                                                       {":data", draft.data},
                                                       {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    context.wroteEvents = true;
    return notifyOf(context, draft);
}

Result<> tellHolders(Context &context, EventType type, qint64 id, const HoldersOf &whom)
{
    const auto codes = [](const QList<Permission> &permissions) {
        QStringList list;
        for (const Permission permission : permissions)
            list.append(QString(toWire(permission)));
        return list;
    };
    auto rows = context.db.run("events/select_holders", {{":somewhere", codes(whom.somewhere)},
                                                         {":everywhere", codes(whom.everywhere)},
                                                         {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> holders;
    while (rows->next())
        holders.append(rows->id<AccountId>(0));
    if (holders.isEmpty())
        return {};
    return appendEvent(context, {.type = type, .data = {{u"id"_s, id}}, .recipients = holders});
}

} // namespace Deskbell::Server
