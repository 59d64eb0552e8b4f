// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "common/access/ticketgrant.h"
#include "common/activity/activityentry.h"
#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalproxy.h"
#include "common/approvals/approvalrequests.h"
#include "common/canned/cannedreply.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/organisation.h"
#include "common/desks/tag.h"
#include "common/desks/team.h"
#include "common/notifications/notification.h"
#include "common/notifications/notificationsettings.h"
#include "common/presence/ticketpresence.h"
#include "common/tickets/ticket.h"
#include "common/tickets/tickettemplate.h"
#include "common/timeline/timelineentry.h"
#include "common/views/savedview.h"
#include "common/worklog/checklist.h"
#include "common/worklog/timeentry.h"
#include "tests/support/app/fakeapi.h"

namespace Deskbell::App {

/// A small help desk behind a FakeApi. What is in the lists is answered as the real server does:
/// newest first where that is the order, page by page. Changes are not carried out; a test that
/// makes one says with FakeApi::on() what the server answers.
class FakeDesk
{
public:
    FakeDesk();

    FakeApi api;

    /// Everything is told relative to this moment.
    static QDateTime noon();
    static PersonRef jane()
    {
        return {.id = AccountId(7), .displayName = QStringLiteral("Jane Doe")};
    }
    static PersonRef john()
    {
        return {.id = AccountId(2), .displayName = QStringLiteral("John Smith")};
    }
    /// An agent and administrator, who may do everything.
    static Me johnHimself();
    /// A requester.
    static Me janeHerself();

    /// A new ticket of Jane's as an agent sees it, with everything allowed.
    static Ticket ticket(qint64 id, const QString &title = QStringLiteral("The printer is broken"));
    /// So many minutes after noon.
    static TimelineEntry reply(qint64 id, int minute, const QString &message);
    static TimelineEntry note(qint64 id, int minute, const QString &message);
    static TimelineEntry event(qint64 id, int minute, TimelineEvent what,
                               const QJsonObject &details);
    static Account account(qint64 id, const QString &name,
                           AccountStatus status = AccountStatus::Active);

    /// Of a ticket: Jane has approved the first step, any of John and Ann are asked in the second.
    static ApprovalProcess approval(qint64 id);
    static ApprovalTask approvalTask(qint64 id);
    /// Unread, of John's answer to a ticket, so many minutes after noon.
    static Notification notification(qint64 id, qint64 ticketId, int minute,
                                     NotificationKind kind = NotificationKind::Replied);

    /// Makes it known, or changes it; its timeline is empty at first.
    void put(const Ticket &ticket);
    QHash<TicketId, QList<TimelineEntry>> timelines; ///< oldest first

    QMap<qint64, Ticket> tickets; ///< read only: put() changes it
    QList<Account> accounts;
    QList<Role> roles;
    QList<Desk> desks;
    QList<Category> categories;
    QList<TicketTemplate> templates;
    QList<Team> teams;
    QList<Tag> tags;
    QList<Organisation> organisations;
    QList<ActivityEntry> activity;
    QHash<TicketId, QList<ApprovalProcess>> approvals; ///< newest first
    QHash<TicketId, QList<ChecklistItem>> checklists;
    QHash<TicketId, QList<TimeEntry>> timeSpent; ///< newest day first
    QList<ApprovalTask> approvalTasks;           ///< pending while they have no decision
    QList<ApprovalProxy> proxies;
    QList<AccessRequest> accessRequests;
    QList<Notification> notifications; ///< newest first
    NotificationSettings notificationSettings;
    QList<TicketPresence> presences;
    QList<SavedView> views;
    QList<CannedReply> canned;   ///< of every ticket
    QList<ViewCount> viewCounts; ///< empty: of the standard views, as the tickets have it

private:
    FakeApi::Reply ticketList(const FakeApi::Request &request) const;
    QList<Ticket> matching(const TicketFilter &filter) const;
    FakeApi::Reply timeline(TicketId id, const FakeApi::Request &request) const;
};

} // namespace Deskbell::App
