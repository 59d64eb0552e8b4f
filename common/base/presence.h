// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell {

/// Whether a field must be there, and whether it may be null.
enum class Presence {
    Required,
    Optional,
    Nullable,         ///< may be absent, may be null
    RequiredNullable, ///< must be there, may be null: most members of answers
};

} // namespace Deskbell
