// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/people.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/widgets/errortext.h"
#include "common/access/builtinroles.h"
#include "common/accounts/accountfilter.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

AccountFilter filterOf(const PeopleQuery &query)
{
    AccountFilter filter{.search = query.search,
                         .statuses = {AccountStatus::Active},
                         .page = {.pageSize = maxPageSize}};
    if (query.desk.isValid())
        filter.desks = {query.desk};
    if (query.staffOnly) {
        for (const BuiltInRole role :
             {BuiltInRole::Agent, BuiltInRole::Lead, BuiltInRole::Administrator})
            filter.roles.append(toWire(role));
    }
    return filter;
}

} // namespace

void fetchPeople(AppContext &context, const PeopleQuery &query, QObject *guard,
                 std::function<void(const Result<QList<PersonRef>> &)> callback)
{
    Api::Request request = Api::Request::get(u"/users"_s);
    for (const auto &[name, value] : toQuery(filterOf(query)))
        request.query.append({name, value});
    context.client.fetch<Page<Account>>(
            request, guard, [callback = std::move(callback)](const Result<Page<Account>> &page) {
                callback(page.map([](const Page<Account> &accounts) {
                    QList<PersonRef> people;
                    for (const Account &account : accounts.data)
                        people.append(account.ref());
                    return people;
                }));
            });
}

void fillWithPeople(QMenu *menu, AppContext &context, const PeopleQuery &query,
                    const std::function<void(const PersonRef &)> &chosen)
{
    QAction *state = menu->addAction(QCoreApplication::translate("PeopleMenu", "Loading…"));
    state->setEnabled(false);
    // The line is the guard: it goes when the menu is filled anew.
    fetchPeople(context, query, state, [=](const Result<QList<PersonRef>> &people) {
        if (!people) {
            state->setText(sentence(people.error()));
            return;
        }
        for (const PersonRef &person : *people)
            menu->addAction(person.displayName, menu, [chosen, person] { chosen(person); });
        if (people->isEmpty())
            state->setText(
                    QCoreApplication::translate("PeopleMenu", "Nobody works for this desk yet"));
        else
            menu->removeAction(state);
    });
}

} // namespace Deskbell::App
