// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/base/id.h"

#include <QString>

namespace Deskbell::Server {

/// Who asks: an account with one signed-in session and what it may do. Without an account it is
/// anonymous and may do nothing. A value; made once per request.
struct Principal
{
    AccountId account;
    SessionId session;
    QString displayName;
    Grants grants;

    bool isAnonymous() const { return !account.isValid(); }
};

} // namespace Deskbell::Server
