// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/result.h"

#include <QList>
#include <QObject>

#include <functional>

class QMenu;

namespace Deskbell::App {

struct AppContext;

/// Which people are wanted.
struct PeopleQuery
{
    DeskId desk = {};
    bool staffOnly = false; ///< those who may be assignees of that desk
    QString search = {};    ///< part of a name
};

/// Asks the server for people, by name, at most a page of them. Once, unless `guard` dies.
void fetchPeople(AppContext &context, const PeopleQuery &query, QObject *guard,
                 std::function<void(const Result<QList<PersonRef>> &)> callback);

/// Adds people to an open menu as soon as the server has named them: a line that says it is loading
/// first, then a name each, or why there are none.
void fillWithPeople(QMenu *menu, AppContext &context, const PeopleQuery &query,
                    const std::function<void(const PersonRef &)> &chosen);

} // namespace Deskbell::App
