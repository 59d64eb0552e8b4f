// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/listing.h"
#include "server/db/rows.h"

#include <functional>

/// Pages of lists that are ordered by name in lower case and, among equals, by id.
namespace Deskbell::Server {

/// Where the wanted page begins: behind this name and id, after so many more.
struct NameStart
{
    QString name = {};
    qint64 id = 0;
    qint64 skipped = 0;
};

/// Invalid (field "cursor") for one that is not of such a list.
Result<NameStart> nameStart(const PageRequest &page);

/// Reads rows of JSON text, name in lower case, and id. The statement asked for one row more than
/// the page has, which tells whether something follows. `count` is asked for the total, by page
/// number only.
Result<Listed> readNamedPage(Db::Rows &rows, const PageRequest &page,
                             const std::function<Result<qint64>()> &count);

} // namespace Deskbell::Server
