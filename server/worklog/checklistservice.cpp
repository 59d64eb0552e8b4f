// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worklog/checklistservice.h"

#include "server/db/transaction.h"
#include "server/worklog/internalwork.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ChecklistService {

namespace {

struct Item
{
    ChecklistItemId id = {};
    QString text = {};
    bool done = false;
};

/// In order; the ticket is locked.
Result<QList<Item>> itemsOf(Context &context, TicketId ticket)
{
    auto rows = context.db.run("worklog/select_checklist", {{":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    QList<Item> items;
    while (rows->next())
        items.append({rows->id<ChecklistItemId>(0), rows->text(1), rows->flag(2)});
    return items;
}

Result<qsizetype> indexOf(const QList<Item> &items, ChecklistItemId id)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [id](const Item &item) { return item.id == id; });
    if (found == items.end())
        return fail(Error::notFound(u"item"_s));
    return found - items.begin();
}

/// Puts one of them to a place among the others; false: it is there already.
Result<bool> place(Context &context, QList<Item> items, qsizetype from, int position)
{
    const qsizetype to = std::min<qsizetype>(position, items.size() - 1);
    if (from == to)
        return false;
    items.move(from, to);
    QList<ChecklistItemId> order;
    for (const Item &item : std::as_const(items))
        order.append(item.id);
    auto rows = context.db.run("worklog/update_checklist_order", {{":items", order}});
    if (!rows)
        return fail(rows.error());
    return true;
}

Result<> tellItem(Context &context, const StoredTicket &ticket, const char *action,
                  ChecklistItemId item)
{
    return InternalWork::tell(context, ticket,
                              {.event = EventType::ChecklistChanged,
                               .entity = "checklist_item",
                               .action = action,
                               .id = item.value()});
}

/// Nothing happened: nothing is told.
Result<> tellChange(Context &context, const StoredTicket &ticket, const Item &before,
                    const Item &after, bool moved)
{
    if (before.done == after.done) {
        if (before.text == after.text && !moved)
            return {};
        return tellItem(context, ticket, "update", after.id);
    }
    return InternalWork::tell(
            context, ticket,
            {.event = EventType::ChecklistChanged,
             .entity = "checklist_item",
             .action = "update",
             .id = after.id.value(),
             .oldValue = {{u"done"_s, before.done}},
             .newValue = {{u"done"_s, after.done}},
             .line = after.done ? TimelineEvent::ChecklistDone : TimelineEvent::ChecklistReopened,
             .details = {{u"text"_s, after.text}}});
}

} // namespace

Result<QByteArrayList> list(Context &context, TicketId ticket)
{
    return InternalWork::list(context, ticket, "worklog/list_checklist");
}

Result<QByteArrayList> add(Context &context, TicketId id, const ChecklistItemDraft &draft)
{
    return Db::inTransaction<QByteArrayList>(context.db, [&]() -> Result<QByteArrayList> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto items = itemsOf(context, id);
        if (!items)
            return fail(items.error());
        if (items->size() >= maxChecklistItems)
            return fail(InternalWork::full("checklist.full", maxChecklistItems));
        const AccountId account = context.principal.account;
        auto rows = context.db.run("worklog/insert_checklist_item",
                                   {{":ticket", id},
                                    {":body", draft.text},
                                    {":done_by", draft.done ? account : AccountId()},
                                    {":done_at", draft.done ? context.now() : QDateTime()},
                                    {":account", account},
                                    {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        rows->next();
        const auto item = rows->id<ChecklistItemId>(0);
        items->append({item, draft.text, draft.done});
        if (draft.position) {
            auto placed = place(context, *items, items->size() - 1, *draft.position);
            if (!placed)
                return fail(placed.error());
        }
        if (auto told = tellItem(context, *ticket, "create", item); !told)
            return fail(told.error());
        return list(context, id);
    });
}

Result<QByteArrayList> change(Context &context, TicketId id, ChecklistItemId item,
                              const ChecklistItemPatch &patch)
{
    return Db::inTransaction<QByteArrayList>(context.db, [&]() -> Result<QByteArrayList> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto items = itemsOf(context, id);
        if (!items)
            return fail(items.error());
        auto index = indexOf(*items, item);
        if (!index)
            return fail(index.error());
        const Item before = items->at(*index);
        const Item after{item, patch.text.value_or(before.text), patch.done.value_or(before.done)};
        auto rows = context.db.run("worklog/update_checklist_item",
                                   {{":item", item},
                                    {":body", after.text},
                                    {":done", after.done},
                                    {":account", context.principal.account},
                                    {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        Result<bool> moved = false;
        if (patch.position)
            moved = place(context, *items, *index, *patch.position);
        if (!moved)
            return fail(moved.error());
        if (auto told = tellChange(context, *ticket, before, after, *moved); !told)
            return fail(told.error());
        return list(context, id);
    });
}

Result<> remove(Context &context, TicketId id, ChecklistItemId item)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto items = itemsOf(context, id);
        if (!items)
            return fail(items.error());
        if (auto there = indexOf(*items, item); !there)
            return fail(there.error());
        auto rows = context.db.run("worklog/delete_checklist_item", {{":item", item}});
        if (!rows)
            return fail(rows.error());
        return tellItem(context, *ticket, "delete", item);
    });
}

} // namespace Deskbell::Server::ChecklistService
