// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notifier.h"

#include "common/notifications/notificationkind.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// What somebody is to a ticket, or how an event comes to them. The names are those of
/// insert_notifications.sql.
enum class Capacity {
    Requester,
    Creator,
    Assignee,
    Undertaker,   ///< could take it while nobody has it: its team, or who assigns on its desk
    Approver,     ///< asked in the step under way
    Watcher,      ///< of everything
    ReplyWatcher, ///< of replies at least
    Recipient,    ///< the event goes to them and nobody else
    Mentioned,
};

/// What of a ticket must be another one now.
enum class Condition { None, Assignee, Status, Anything };

struct NotificationRule
{
    EventType event;
    Capacity capacity;
    NotificationKind kind;
    Condition condition = Condition::None;
};

constexpr std::array notificationRules{
        NotificationRule{EventType::TicketCreated, Capacity::Assignee, NotificationKind::Assigned},
        NotificationRule{EventType::TicketCreated, Capacity::Requester,
                         NotificationKind::Requested},
        NotificationRule{EventType::TicketUpdated, Capacity::Assignee, NotificationKind::Assigned,
                         Condition::Assignee},
        NotificationRule{EventType::TicketUpdated, Capacity::Requester,
                         NotificationKind::StatusChanged, Condition::Status},
        NotificationRule{EventType::TicketUpdated, Capacity::Creator,
                         NotificationKind::StatusChanged, Condition::Status},
        NotificationRule{EventType::TicketUpdated, Capacity::Assignee,
                         NotificationKind::StatusChanged, Condition::Status},
        NotificationRule{EventType::TicketUpdated, Capacity::Watcher,
                         NotificationKind::StatusChanged, Condition::Status},
        NotificationRule{EventType::TicketUpdated, Capacity::Watcher, NotificationKind::Changed,
                         Condition::Anything},
        NotificationRule{EventType::ReplyCreated, Capacity::Mentioned, NotificationKind::Mentioned},
        NotificationRule{EventType::ReplyCreated, Capacity::Requester, NotificationKind::Replied},
        NotificationRule{EventType::ReplyCreated, Capacity::Creator, NotificationKind::Replied},
        NotificationRule{EventType::ReplyCreated, Capacity::Assignee, NotificationKind::Replied},
        NotificationRule{EventType::ReplyCreated, Capacity::ReplyWatcher,
                         NotificationKind::Replied},
        NotificationRule{EventType::NoteCreated, Capacity::Mentioned, NotificationKind::Mentioned},
        NotificationRule{EventType::NoteCreated, Capacity::Assignee, NotificationKind::Noted},
        NotificationRule{EventType::NoteCreated, Capacity::Watcher, NotificationKind::Noted},
        NotificationRule{EventType::ApprovalRequested, Capacity::Recipient,
                         NotificationKind::ApprovalWanted},
        NotificationRule{EventType::ApprovalDecided, Capacity::Requester,
                         NotificationKind::ApprovalDecided},
        NotificationRule{EventType::ApprovalDecided, Capacity::Creator,
                         NotificationKind::ApprovalDecided},
        NotificationRule{EventType::ApprovalStuck, Capacity::Recipient,
                         NotificationKind::ApprovalStuck},
        NotificationRule{EventType::SlaWarning, Capacity::Assignee, NotificationKind::SlaWarning},
        NotificationRule{EventType::SlaWarning, Capacity::Undertaker, NotificationKind::SlaWarning},
        NotificationRule{EventType::SlaBreached, Capacity::Assignee, NotificationKind::SlaBreached},
        NotificationRule{EventType::SlaBreached, Capacity::Undertaker,
                         NotificationKind::SlaBreached},
        NotificationRule{EventType::TicketClosing, Capacity::Requester,
                         NotificationKind::ClosingSoon},
        NotificationRule{EventType::TicketClosing, Capacity::Watcher,
                         NotificationKind::ClosingSoon},
        NotificationRule{EventType::AccessRequested, Capacity::Recipient,
                         NotificationKind::AccessRequested},
        NotificationRule{EventType::WatcherAdded, Capacity::Recipient,
                         NotificationKind::WatcherAdded},
};

QString nameOfCapacity(Capacity capacity)
{
    switch (capacity) {
    case Capacity::Requester: return u"requester"_s;
    case Capacity::Creator: return u"creator"_s;
    case Capacity::Assignee: return u"assignee"_s;
    case Capacity::Undertaker: return u"undertaker"_s;
    case Capacity::Approver: return u"approver"_s;
    case Capacity::Watcher: return u"watcher"_s;
    case Capacity::ReplyWatcher: return u"reply_watcher"_s;
    case Capacity::Recipient:
    case Capacity::Mentioned: return u"named"_s;
    }
    Q_UNREACHABLE();
}

bool holds(Condition condition, const QJsonObject &changes)
{
    switch (condition) {
    case Condition::None: return true;
    case Condition::Assignee: return changes.contains("assignee"_L1);
    case Condition::Status: return changes.contains("status"_L1);
    case Condition::Anything: return !changes.isEmpty();
    }
    Q_UNREACHABLE();
}

/// Who is told and why, as parallel columns.
struct ToldColumns
{
    QStringList capacities = {};
    QStringList kinds = {};
    QList<qint64> weights = {};
    QStringList inApp = {};
    QStringList mutable_ = {};

    void add(const QString &capacity, NotificationKind kind)
    {
        const NotificationRow &row = rowOf(kind);
        capacities.append(capacity);
        kinds.append(QString(toWire(kind)));
        weights.append(qint64(kind));
        inApp.append(row.inApp ? u"t"_s : u"f"_s);
        mutable_.append(row.muting == Muting::Possible ? u"t"_s : u"f"_s);
    }
};

ToldColumns columnsOf(const EventDraft &event, const QJsonObject &changes)
{
    ToldColumns columns;
    for (const NotificationRule &rule : notificationRules) {
        if (rule.event != event.type || !holds(rule.condition, changes))
            continue;
        if (rule.capacity == Capacity::Mentioned && event.mentioned.isEmpty())
            continue;
        columns.add(nameOfCapacity(rule.capacity), rule.kind);
    }
    for (const QString &target : event.workflowTargets)
        columns.add(target, NotificationKind::Workflow);
    return columns;
}

/// The reply or note that it is about, or none.
TimelineEntryId entryOf(const EventDraft &event)
{
    if (event.type != EventType::ReplyCreated && event.type != EventType::NoteCreated)
        return {};
    return TimelineEntryId(event.data.value("id"_L1).toInteger());
}

} // namespace

Result<> notifyOf(Context &context, const EventDraft &event)
{
    if (!event.ticket.isValid() || !event.concernsOthers)
        return {};
    const QJsonObject changes = event.data.value("changes"_L1).toObject();
    const ToldColumns columns = columnsOf(event, changes);
    if (columns.kinds.isEmpty())
        return {};
    auto rows = context.db.run("notifications/insert_notifications",
                               {{":ticket", event.ticket},
                                {":actor", context.principal.account},
                                {":internal", event.internal},
                                {":entry", entryOf(event)},
                                {":status", changes["status"_L1]["new"_L1].toString()},
                                {":named", event.mentioned + event.recipients},
                                {":capacities", columns.capacities},
                                {":kinds", columns.kinds},
                                {":weights", columns.weights},
                                {":in_app", columns.inApp},
                                {":mutable", columns.mutable_},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace Deskbell::Server
