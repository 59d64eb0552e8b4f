// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <tl/expected.hpp>

namespace Deskbell {

/// Either a value or the Error that says why there is none. The only place that names the library.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(Error::notFound());`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace Deskbell
