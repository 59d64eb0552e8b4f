// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>

namespace Deskbell::Db {

/// Where PostgreSQL's programs of one major version lie.
struct PostgresInstallation
{
    int version = 0; ///< major, such as 15
    QString folder;

    QString program(const QString &name) const { return folder + u'/' + name; }

    /// The newest that is at least 15. Unavailable, "database.not_installed".
    [[nodiscard]] static Result<PostgresInstallation> newest();
    /// Exactly this one, which a cluster was made with.
    [[nodiscard]] static Result<PostgresInstallation> ofVersion(int version);
};

} // namespace Deskbell::Db
