// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/account.h"
#include "common/base/query.h"

namespace Deskbell {

/// Which accounts, and which part of them: the query of GET /users, ordered by display name. Values
/// within a list are alternatives, filters together must all hold.
struct AccountFilter
{
    QString search = {};      ///< `q`: a part of the display name, user name or e-mail address
    QStringList roles = {};   ///< keys of roles
    QList<DeskId> desks = {}; ///< holds a role (one of `roles`, if given) there or everywhere
    QList<AccountStatus> statuses = {};
    QList<OrganisationId> organisations = {};
    PageRequest page = {};

    friend bool operator==(const AccountFilter &, const AccountFilter &) = default;
};

void read(QueryReader &reader, AccountFilter &filter);
/// What fromQuery() reads back the same; defaults are left out.
QueryItems toQuery(const AccountFilter &filter);

} // namespace Deskbell
