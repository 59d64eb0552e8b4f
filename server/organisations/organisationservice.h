// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/organisations/organisationrepository.h"

#include <optional>

/// The customers' organisations. Who sees people sees them; changing them takes user.manage for
/// every desk.
namespace Deskbell::Server::OrganisationService {

Result<Listed> list(Context &context, const OrganisationFilter &filter);
/// Conflict (organisation.name_taken).
Result<Entity> create(Context &context, const OrganisationDraft &draft);
/// Conflict (organisation.name_taken), VersionMismatch.
Result<Entity> change(Context &context, OrganisationId organisation, const OrganisationPatch &patch,
                      const std::optional<int> &version);
/// Removes it softly; its people stay, and are of no organisation then.
Result<> remove(Context &context, OrganisationId organisation, const std::optional<int> &version);

} // namespace Deskbell::Server::OrganisationService
