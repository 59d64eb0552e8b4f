// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/views/savedview.h"

#include "common/desks/deskrules.h"
#include "common/find/findquery.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

void readOrder(JsonReader &reader, TicketOrder &order, Presence presence)
{
    reader.describe("sort"_L1, JsonShapes::oneOf(ticketOrderNames()), presence);
    if (reader.isDescribing())
        return;
    QString text;
    reader.text("sort"_L1, text, presence);
    if (!reader.has("sort"_L1) || !reader.isSound("sort"_L1))
        return;
    if (const auto read = ticketOrderFromText(text))
        order = *read;
    else
        reader.fault("sort"_L1, "unknown_value", {{u"allowed"_s, ticketOrderNames()}});
}

void checkQuery(const QString &q, QList<FieldError> &faults)
{
    if (const auto fault = textFault(u"q"_s, q, {.max = maxSearchLength}))
        faults.append(*fault);
    else if (const auto wrong = parseFind(q).fault)
        faults.append(wrong->toFieldError(u"q"_s));
}

void checkColumns(const QList<ViewColumn> &columns, QList<FieldError> &faults)
{
    QSet<TicketField> seen;
    for (const ViewColumn &column : columns) {
        if (seen.contains(column.field)) {
            faults.append({.field = u"columns"_s, .key = "not_unique"});
            return;
        }
        seen.insert(column.field);
    }
}

} // namespace

void read(JsonReader &reader, ViewColumn &column)
{
    reader.enumValue("field"_L1, column.field, Presence::Required);
    reader.integer("width"_L1, column.width, Presence::Optional, 0, maxColumnWidth);
}

QJsonObject toJson(const ViewColumn &column)
{
    return {{u"field"_s, QString(toWire(column.field))}, {u"width"_s, column.width}};
}

void read(JsonReader &reader, SavedView &view)
{
    reader.id("id"_L1, view.id, Presence::Required);
    reader.text("name"_L1, view.name, Presence::Required);
    reader.enumValue("scope"_L1, view.scope, Presence::Required);
    reader.child("owner"_L1, view.owner, Presence::Required);
    reader.child("team"_L1, view.team, Presence::RequiredNullable);
    reader.id("desk"_L1, view.desk, Presence::RequiredNullable);
    reader.text("q"_L1, view.q, Presence::Required);
    readOrder(reader, view.order, Presence::Required);
    reader.children("columns"_L1, view.columns, Presence::Required);
    reader.integer("position"_L1, view.position, Presence::Required, 0);
    reader.integer("version"_L1, view.version, Presence::Required, 1);
}

QJsonObject toJson(const SavedView &view)
{
    return {{u"id"_s, view.id.value()},
            {u"name"_s, view.name},
            {u"scope"_s, QString(toWire(view.scope))},
            {u"owner"_s, toJson(view.owner)},
            {u"team"_s, toJson(view.team)},
            {u"desk"_s, idToJson(view.desk)},
            {u"q"_s, view.q},
            {u"sort"_s, toText(view.order)},
            {u"columns"_s, listToJson(view.columns)},
            {u"position"_s, view.position},
            {u"version"_s, view.version}};
}

void read(JsonReader &reader, ViewDraft &draft)
{
    reader.cleanedText("name"_L1, draft.name, Presence::Required);
    reader.enumValue("scope"_L1, draft.scope, Presence::Optional);
    reader.id("team"_L1, draft.team, Presence::Nullable);
    reader.cleanedText("q"_L1, draft.q, Presence::Optional);
    readOrder(reader, draft.order, Presence::Optional);
    reader.children("columns"_L1, draft.columns, Presence::Optional);
    reader.integer("position"_L1, draft.position, Presence::Optional, 0, maxViewPosition);
}

QJsonObject toJson(const ViewDraft &draft)
{
    return {{u"name"_s, draft.name},           {u"scope"_s, QString(toWire(draft.scope))},
            {u"team"_s, idToJson(draft.team)}, {u"q"_s, draft.q},
            {u"sort"_s, toText(draft.order)},  {u"columns"_s, listToJson(draft.columns)},
            {u"position"_s, draft.position}};
}

QList<FieldError> validate(const ViewDraft &draft)
{
    QList<FieldError> faults;
    checkName(draft.name, faults);
    checkQuery(draft.q, faults);
    checkColumns(draft.columns, faults);
    if ((draft.scope == ViewScope::Team) != draft.team.isValid())
        faults.append({.field = u"team"_s, .key = draft.team.isValid() ? "invalid" : "required"});
    return faults;
}

void read(JsonReader &reader, ViewPatch &patch)
{
    reader.cleanedText("name"_L1, patch.name, Presence::Optional);
    reader.enumValue("scope"_L1, patch.scope, Presence::Optional);
    reader.id("team"_L1, patch.team, Presence::Nullable);
    reader.cleanedText("q"_L1, patch.q, Presence::Optional);
    TicketOrder order;
    readOrder(reader, order, Presence::Optional);
    if (reader.has("sort"_L1) && !reader.isDescribing() && reader.isSound("sort"_L1))
        patch.order = order;
    QList<ViewColumn> columns;
    reader.children("columns"_L1, columns, Presence::Optional);
    if (reader.has("columns"_L1))
        patch.columns = columns;
    reader.integer("position"_L1, patch.position, Presence::Optional, 0, maxViewPosition);
}

QJsonObject toJson(const ViewPatch &patch)
{
    QJsonObject object;
    if (patch.name)
        object[u"name"_s] = *patch.name;
    if (patch.scope)
        object[u"scope"_s] = QString(toWire(*patch.scope));
    if (patch.team)
        object[u"team"_s] = idToJson(*patch.team);
    if (patch.q)
        object[u"q"_s] = *patch.q;
    if (patch.order)
        object[u"sort"_s] = toText(*patch.order);
    if (patch.columns)
        object[u"columns"_s] = listToJson(*patch.columns);
    if (patch.position)
        object[u"position"_s] = *patch.position;
    return object;
}

QList<FieldError> validate(const ViewPatch &patch)
{
    QList<FieldError> faults;
    if (patch.name)
        checkName(*patch.name, faults);
    if (patch.q)
        checkQuery(*patch.q, faults);
    if (patch.columns)
        checkColumns(*patch.columns, faults);
    return faults;
}

TicketFilter filterOf(const SavedView &view)
{
    return {.search = view.q, .sort = view.order.sort, .order = view.order.order};
}

int mostCounted(const SavedView &view)
{
    return parseFind(view.q).query.hasText() ? mostTextViewCounted : mostViewCounted;
}

bool mayKeepView(const Grants &grants, ViewScope scope, DeskId desk)
{
    switch (scope) {
    case ViewScope::Personal: return true;
    case ViewScope::Team: return desk.isValid() && grants.holds(Permission::TeamManage, desk);
    case ViewScope::Global: return grants.holdsGlobally(Permission::DeskManage);
    }
    Q_UNREACHABLE();
}

bool mayChangeView(const Grants &grants, AccountId self, const SavedView &view)
{
    if (view.scope == ViewScope::Personal)
        return view.owner.id == self;
    return mayKeepView(grants, view.scope, view.desk);
}

void read(JsonReader &reader, ViewCount &count)
{
    reader.text("view"_L1, count.view, Presence::Required);
    reader.integer("count"_L1, count.count, Presence::Required, 0);
    reader.flag("more"_L1, count.more, Presence::Required);
}

QJsonObject toJson(const ViewCount &count)
{
    return {{u"view"_s, count.view}, {u"count"_s, count.count}, {u"more"_s, count.more}};
}

} // namespace Deskbell
