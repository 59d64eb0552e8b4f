// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketrepository.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketRepository {

namespace {

template <class AnyId>
std::optional<NamedRef<AnyId>> namedRef(const Db::Rows &rows, int column)
{
    if (rows.isNull(column))
        return std::nullopt;
    return NamedRef<AnyId>{.id = rows.id<AnyId>(column), .name = rows.text(column + 1)};
}

template <class Ref>
auto idOf(const std::optional<Ref> &ref)
{
    return ref ? ref->id : decltype(ref->id)();
}

/// The value of a column that holds one of the names of a wire enum.
template <IsWireEnum E>
E wireValue(const Db::Rows &rows, int column)
{
    // The database has the same names as a type, so there is no other.
    return fromWire<E>(rows.text(column)).value();
}

StoredTicket readTicket(TicketId id, const Db::Rows &rows)
{
    StoredTicket ticket{.id = id,
                        .desk
                        = {.id = rows.id<DeskId>(0), .key = rows.text(1), .name = rows.text(2)},
                        .number = rows.number(3),
                        .title = rows.text(4),
                        .description = rows.text(5),
                        .workflow = rows.id<WorkflowVersionId>(6),
                        .status = rows.text(7),
                        .statusCategory = wireValue<StatusCategory>(rows, 8),
                        .statusChangedAt = rows.time(9),
                        .statusReason = rows.text(10),
                        .priority = wireValue<Priority>(rows, 11),
                        .category = namedRef<CategoryId>(rows, 12),
                        .requester = {.id = rows.id<AccountId>(14), .displayName = rows.text(15)},
                        .team = namedRef<TeamId>(rows, 18),
                        .visibility = wireValue<Visibility>(rows, 20),
                        .tags = rows.texts(21),
                        .dueAt = rows.time(22),
                        .customFields = QJsonDocument::fromJson(rows.utf8(23)).object(),
                        .firstResponseAt = rows.time(24),
                        .stamps = {.resolvedAt = rows.time(25),
                                   .closedAt = rows.time(26),
                                   .reopenCount = int(rows.number(27))},
                        .createdBy = rows.id<AccountId>(28),
                        .createdAt = rows.time(29),
                        .deletedAt = rows.time(30),
                        .version = int(rows.number(31)),
                        .hasSolution = rows.flag(32),
                        .grantedApprovals = rows.texts(35),
                        .viewerApproves = rows.flag(36),
                        .deskRevision = int(rows.number(37))};
    ticket.approvalTemplate = namedRef<ApprovalTemplateId>(rows, 33);
    if (!rows.isNull(38))
        ticket.claimedBy = PersonRef{.id = rows.id<AccountId>(38), .displayName = rows.text(39)};
    if (!rows.isNull(16))
        ticket.assignee = PersonRef{.id = rows.id<AccountId>(16), .displayName = rows.text(17)};
    return ticket;
}

Result<QList<AccountId>> readAccounts(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    QList<AccountId> accounts;
    while (rows->next())
        accounts.append(rows->id<AccountId>(0));
    return accounts;
}

} // namespace

Result<std::optional<TicketId>> selectId(Db::Connection &db, const TicketNumber &number)
{
    auto rows = db.run("tickets/select_ticket_id",
                       {{":desk_key", number.deskKey}, {":counter", number.counter}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<TicketId>();
    return std::optional(rows->id<TicketId>(0));
}

Result<> lock(Db::Connection &db, TicketId ticket)
{
    auto rows = db.run("tickets/lock_ticket", {{":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<std::optional<StoredTicket>> select(Db::Connection &db, TicketId ticket, AccountId viewer,
                                           const QDateTime &now)
{
    auto rows = db.run("tickets/select_ticket",
                       {{":ticket", ticket}, {":viewer", viewer}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<StoredTicket>();
    return std::optional(readTicket(ticket, *rows));
}

Result<> insert(Db::Connection &db, StoredTicket &ticket, const Author &author)
{
    const StoredClock clock = ticket.clock.value_or(StoredClock{});
    auto rows = db.run("tickets/insert_ticket",
                       {{":desk", ticket.desk.id},
                        {":title", ticket.title},
                        {":description", ticket.description},
                        {":workflow", ticket.workflow},
                        {":status", ticket.status},
                        {":status_category", toWire(ticket.statusCategory)},
                        {":priority", toWire(ticket.priority)},
                        {":category", idOf(ticket.category)},
                        {":requester", ticket.requester.id},
                        {":assignee", idOf(ticket.assignee)},
                        {":team", idOf(ticket.team)},
                        {":visibility", toWire(ticket.visibility)},
                        {":tags", ticket.tags},
                        {":due_at", ticket.dueAt},
                        {":approval_template", idOf(ticket.approvalTemplate)},
                        {":custom_fields", ticket.customFields},
                        {":resolved_at", ticket.stamps.resolvedAt},
                        {":closed_at", ticket.stamps.closedAt},
                        {":sla_clocks", clock.clocks},
                        {":sla_target", clock.target()},
                        {":sla_state", clock.state()},
                        {":sla_warn_at", clock.warnAt()},
                        {":sla_due_at", clock.dueAt()},
                        {":sla_alert_at", clock.alertAt},
                        {":sla_revision", clock.revision},
                        {":account", author.account},
                        {":now", author.now}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    ticket.id = rows->id<TicketId>(0);
    ticket.number = rows->number(1);
    return {};
}

Result<> update(Db::Connection &db, StoredTicket &ticket, const Author &author)
{
    const StoredClock clock = ticket.clock.value_or(StoredClock{});
    auto rows = db.run("tickets/update_ticket",
                       {{":ticket", ticket.id},
                        {":title", ticket.title},
                        {":description", ticket.description},
                        {":status", ticket.status},
                        {":status_category", toWire(ticket.statusCategory)},
                        {":status_changed_at", ticket.statusChangedAt},
                        {":status_reason", ticket.statusReason},
                        {":priority", toWire(ticket.priority)},
                        {":category", idOf(ticket.category)},
                        {":requester", ticket.requester.id},
                        {":assignee", idOf(ticket.assignee)},
                        {":team", idOf(ticket.team)},
                        {":visibility", toWire(ticket.visibility)},
                        {":tags", ticket.tags},
                        {":due_at", ticket.dueAt},
                        {":approval_template", idOf(ticket.approvalTemplate)},
                        {":custom_fields", ticket.customFields},
                        {":first_response_at", ticket.firstResponseAt},
                        {":resolved_at", ticket.stamps.resolvedAt},
                        {":closed_at", ticket.stamps.closedAt},
                        {":reopen_count", ticket.stamps.reopenCount},
                        {":deleted_at", ticket.deletedAt},
                        {":reckoned", ticket.clock.has_value()},
                        {":sla_clocks", clock.clocks},
                        {":sla_target", clock.target()},
                        {":sla_state", clock.state()},
                        {":sla_warn_at", clock.warnAt()},
                        {":sla_due_at", clock.dueAt()},
                        {":sla_alert_at", clock.alertAt},
                        {":sla_revision", clock.revision},
                        {":account", author.account},
                        {":now", author.now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"The ticket to be changed is gone."_s));
    ticket.version = int(rows->number(0));
    return {};
}

Result<> insertStatusChange(Db::Connection &db, TicketId ticket, const StatusLogLine &line,
                            const Author &author)
{
    auto rows = db.run("tickets/insert_status_change", {{":ticket", ticket},
                                                        {":from_status", line.from},
                                                        {":to_status", line.to},
                                                        {":reason", line.reason},
                                                        {":trigger", line.trigger},
                                                        {":account", author.account},
                                                        {":now", author.now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<bool> countView(Db::Connection &db, TicketId ticket, AccountId account, QDate day)
{
    auto first = db.run("tickets/insert_ticket_view",
                        {{":ticket", ticket}, {":account", account}, {":day", day}});
    if (!first)
        return fail(first.error());
    if (!first->next())
        return false;
    if (auto counted = db.run("tickets/update_view_count", {{":ticket", ticket}}); !counted)
        return fail(counted.error());
    return true;
}

Result<QList<AccountId>> selectSeers(Db::Connection &db, TicketId ticket,
                                     const QList<AccountId> &accounts)
{
    if (accounts.isEmpty())
        return QList<AccountId>();
    return readAccounts(
            db.run("tickets/select_seers", {{":ticket", ticket}, {":accounts", accounts}}));
}

Result<QList<AccountId>> selectPossibleSeers(Db::Connection &db, TicketId ticket,
                                             const QDateTime &now)
{
    return readAccounts(
            db.run("tickets/select_possible_seers", {{":ticket", ticket}, {":now", now}}));
}

Result<QList<TicketDesk>> selectDesks(Db::Connection &db, DeskId desk)
{
    auto rows = db.run("tickets/select_desks_for_ticket", {{":desk", desk}});
    if (!rows)
        return fail(rows.error());
    QList<TicketDesk> desks;
    while (rows->next()) {
        desks.append(
                {.desk = {.id = rows->id<DeskId>(0), .key = rows->text(1), .name = rows->text(2)},
                 .workflow = rows->id<WorkflowVersionId>(3),
                 .serviceRevision = int(rows->number(4))});
    }
    return desks;
}

Result<std::optional<CategoryRef>> selectCategory(Db::Connection &db, CategoryId category,
                                                  DeskId desk)
{
    auto rows = db.run("tickets/select_category", {{":category", category}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<CategoryRef>();
    return std::optional(CategoryRef{.id = category, .name = rows->text(0)});
}

Result<QList<CustomField>> selectForm(Db::Connection &db, CategoryId category)
{
    auto rows = db.run("tickets/select_category_form", {{":category", category}});
    if (!rows)
        return fail(rows.error());
    QList<CustomField> form;
    if (!rows->next())
        return form;
    for (const QJsonValue &value : QJsonDocument::fromJson(rows->utf8(0)).array()) {
        auto field = fromJson<CustomField>(value.toObject());
        if (!field)
            return fail(Error::internal(u"A form is not as the interface shows it."_s));
        form.append(*field);
    }
    return form;
}

Result<std::optional<TeamRef>> selectTeam(Db::Connection &db, TeamId team, DeskId desk)
{
    auto rows = db.run("tickets/select_team", {{":team", team}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<TeamRef>();
    return std::optional(TeamRef{.id = team, .name = rows->text(0)});
}

Result<std::optional<Candidate>> selectPerson(Db::Connection &db, AccountId account, DeskId desk)
{
    auto rows = db.run("tickets/select_person", {{":account", account}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Candidate>();
    return std::optional(Candidate{.person = {.id = account, .displayName = rows->text(0)},
                                   .assignable = rows->flag(1)});
}

} // namespace Deskbell::Server::TicketRepository
