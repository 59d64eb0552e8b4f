// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/desks/organisation.h"
#include "server/api/entity.h"
#include "server/api/listing.h"
#include "server/db/connection.h"

#include <optional>

namespace Deskbell::Server {

/// The query of GET /organisations, which are ordered by name.
struct OrganisationFilter
{
    QString search = {}; ///< `q`: a part of the name
    PageRequest page = {};
};

void read(QueryReader &reader, OrganisationFilter &filter);

/// The rows of organisations.
namespace OrganisationRepository {

/// The organisation, locked until the transaction ends; nothing when it was removed.
Result<std::optional<Organisation>> lock(Db::Connection &db, OrganisationId organisation);
Result<std::optional<Entity>> selectAnswer(Db::Connection &db, OrganisationId organisation);

struct Author
{
    AccountId account = {};
    QDateTime now = {};
};
/// Conflict (organisation.name_taken), as update().
Result<OrganisationId> insert(Db::Connection &db, const OrganisationDraft &draft,
                              const Author &author);
Result<> update(Db::Connection &db, const Organisation &organisation, const Author &author);
Result<> remove(Db::Connection &db, OrganisationId organisation, const Author &author);

Result<Listed> selectPage(Db::Connection &db, const OrganisationFilter &filter);

} // namespace OrganisationRepository

} // namespace Deskbell::Server
