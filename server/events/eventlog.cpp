// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventlog.h"

#include "common/triggers/tickettrigger.h"
#include "server/notifications/notifier.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// At which of their moments triggers look at the event. Which of the two replies it is, is decided
/// by who asked.
QStringList momentsOf(const EventDraft &draft)
{
    QList<TriggerMoment> moments;
    switch (draft.type) {
    case EventType::TicketCreated: moments = {TriggerMoment::Created}; break;
    case EventType::TicketUpdated: {
        moments = {TriggerMoment::Updated};
        const QJsonValue changes = draft.data.value("changes"_L1);
        if (changes["status"_L1].isObject())
            moments.append(TriggerMoment::StatusChanged);
        if (changes["assignee"_L1]["new"_L1].isObject())
            moments.append(TriggerMoment::Assigned);
        break;
    }
    case EventType::ReplyCreated:
        moments = {TriggerMoment::RequesterReplied, TriggerMoment::StaffReplied};
        break;
    case EventType::NoteCreated: moments = {TriggerMoment::NoteAdded}; break;
    default: break;
    }
    QStringList names;
    for (const TriggerMoment moment : std::as_const(moments))
        names.append(QString(toWire(moment)));
    return names;
}

} // namespace

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
                                                       {":moments", momentsOf(draft)},
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
