// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/views/viewservice.h"

#include "common/views/standardview.h"
#include "server/tickets/ticketlist.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ViewService {

namespace {

constexpr ManagedKind viewKind{.word = "view",
                               .select = "views/select_view",
                               .lock = "views/lock_view",
                               .remove = "views/delete_view"};

/// What may not be seen is not there.
Result<> requireSight(Context &context, ViewId id)
{
    auto rows = context.db.run("views/select_view_visible",
                               {{":id", id}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(QString::fromLatin1(viewKind.word)));
    return {};
}

Permission keeperOf(ViewScope scope)
{
    return scope == ViewScope::Team ? Permission::TeamManage : Permission::DeskManage;
}

Authorize authorizeView(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto view = valueOf<SavedView>(current);
        if (!view)
            return fail(view.error());
        if (auto seen = requireSight(context, view->id); !seen)
            return fail(seen.error());
        if (!mayChangeView(context.principal.grants, context.principal.account, *view))
            return fail(Error::forbidden(codeOf(keeperOf(view->scope))));
        return view->desk;
    };
}

/// The team's desk, if it is one's to keep such a view.
Result<DeskId> requireKeeper(Context &context, ViewScope scope, TeamId team)
{
    DeskId desk;
    if (scope == ViewScope::Team) {
        auto rows = context.db.run("views/select_team_desk",
                                   {{":team", team}, {":viewer", context.principal.account}});
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(Error::invalidField(u"team"_s, "unknown"));
        desk = rows->id<DeskId>(0);
    }
    if (!mayKeepView(context.principal.grants, scope, desk))
        return fail(Error::forbidden(codeOf(keeperOf(scope))));
    return desk;
}

Result<> checkNumberOfViews(Context &context)
{
    auto owned = countIn(
            context.db.run("views/count_owned_views", {{":account", context.principal.account}}));
    if (!owned)
        return fail(owned.error());
    if (*owned < maxViews)
        return {};
    return fail(Error{.code = ErrorCode::Conflict,
                      .key = "view.too_many",
                      .detail = u"There are as many views as one may have."_s,
                      .params = {{u"max"_s, maxViews}}});
}

Result<> updateView(Context &context, const SavedView &view)
{
    auto rows
            = context.db.run("views/update_view", {{":id", view.id},
                                                   {":name", view.name},
                                                   {":scope", toWire(view.scope)},
                                                   {":team", view.team ? view.team->id : TeamId()},
                                                   {":query", view.q},
                                                   {":sort", toText(view.order)},
                                                   {":columns", listToJson(view.columns)},
                                                   {":position", view.position},
                                                   {":account", context.principal.account},
                                                   {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

/// Who has it afterwards has to be the caller's to decide, too.
Result<> applyScope(Context &context, const ViewPatch &patch, SavedView &view)
{
    if (!patch.scope && !patch.team)
        return {};
    view.scope = patch.scope.value_or(view.scope);
    const TeamId old = view.team ? view.team->id : TeamId();
    const TeamId team = view.scope == ViewScope::Team ? patch.team.value_or(old) : TeamId();
    if (view.scope == ViewScope::Team && !team.isValid())
        return fail(Error::invalidField(u"team"_s, "required"));
    if (view.scope != ViewScope::Team && patch.team && patch.team->isValid())
        return fail(Error::invalidField(u"team"_s, "invalid"));
    if (auto keeper = requireKeeper(context, view.scope, team); !keeper)
        return fail(keeper.error());
    view.team.reset();
    if (team.isValid())
        view.team = TeamRef{.id = team};
    return {};
}

void appendCount(QByteArrayList &counts, const QString &view, qint64 counted, int most)
{
    const bool more = counted > most;
    counts.append(
            QJsonDocument(toJson(ViewCount{
                                  .view = view, .count = more ? most : int(counted), .more = more}))
                    .toJson(QJsonDocument::Compact));
}

Result<QList<SavedView>> visibleViews(Context &context)
{
    auto bodies = list(context);
    if (!bodies)
        return fail(bodies.error());
    QList<SavedView> views;
    for (const QByteArray &body : std::as_const(*bodies)) {
        auto view = valueOf<SavedView>({.json = body});
        if (!view)
            return fail(view.error());
        views.append(*view);
    }
    return views;
}

} // namespace

Result<QByteArrayList> list(Context &context)
{
    auto rows = context.db.run("views/list_views", {{":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList views;
    while (rows->next())
        views.append(rows->utf8(0));
    return views;
}

Result<QByteArrayList> counts(Context &context)
{
    QByteArrayList counts;
    const Grants &grants = context.principal.grants;
    const bool isStaff = grants.holdsAnywhere(Permission::TicketViewAll)
                         || grants.holdsAnywhere(Permission::TicketViewTeam);
    for (const StandardView &view : standardViews(context.now())) {
        if (!view.counted || (view.forStaff && !isStaff))
            continue;
        auto counted = countTickets(context, view.filter, mostViewCounted + 1);
        if (!counted)
            return fail(counted.error());
        appendCount(counts, view.key, *counted, mostViewCounted);
    }
    auto views = visibleViews(context);
    if (!views)
        return fail(views.error());
    for (const SavedView &view : std::as_const(*views)) {
        const int most = mostCounted(view);
        auto counted = countTickets(context, filterOf(view), most + 1);
        if (!counted && counted.error().code == ErrorCode::Invalid)
            continue;
        if (!counted)
            return fail(counted.error());
        appendCount(counts, QString::number(view.id.value()), *counted, most);
    }
    return counts;
}

Result<Entity> create(Context &context, const ViewDraft &draft)
{
    auto desk = requireKeeper(context, draft.scope, draft.team);
    if (!desk)
        return fail(desk.error());
    return createManaged(context, viewKind, {}, [&]() -> Result<qint64> {
        auto checked
                = draft.scope == ViewScope::Personal ? checkNumberOfViews(context) : Result<>();
        if (!checked)
            return fail(checked.error());
        auto rows = context.db.run("views/insert_view", {{":name", draft.name},
                                                         {":scope", toWire(draft.scope)},
                                                         {":team", draft.team},
                                                         {":query", draft.q},
                                                         {":sort", toText(draft.order)},
                                                         {":columns", listToJson(draft.columns)},
                                                         {":position", draft.position},
                                                         {":account", context.principal.account},
                                                         {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        rows->next();
        return rows->number(0);
    });
}

Result<Entity> change(Context &context, ViewId id, const ViewPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto view = valueOf<SavedView>(before);
        if (!view)
            return fail(view.error());
        const SavedView old = *view;
        if (auto applied = applyScope(context, patch, *view); !applied)
            return fail(applied.error());
        view->name = patch.name.value_or(view->name);
        view->q = patch.q.value_or(view->q);
        view->order = patch.order.value_or(view->order);
        view->columns = patch.columns.value_or(view->columns);
        view->position = patch.position.value_or(view->position);
        if (*view == old)
            return false;
        if (auto updated = updateView(context, *view); !updated)
            return fail(updated.error());
        return true;
    };
    return changeManaged(context, viewKind, id.value(), version, authorizeView(context), apply);
}

Result<> remove(Context &context, ViewId id, const std::optional<int> &version)
{
    return removeManaged(context, viewKind, id.value(), version, authorizeView(context),
                         [](const Entity &) -> Result<> { return {}; });
}

} // namespace Deskbell::Server::ViewService
