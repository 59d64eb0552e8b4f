// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

namespace Deskbell::App {

/// An error in words for people: the only place where keys become sentences.
struct ErrorText
{
    QString reason;      ///< why: "Somebody else changed this ticket in the meantime."
    QString advice = {}; ///< what one can do, may be empty: "Look at the new state and try again."
    bool retryHelps = false; ///< doing the very same again may succeed
};

ErrorText describe(const Error &error);
/// One faulty field: "At least 3 characters are needed."
QString describe(const FieldError &error);
/// Reason and advice in one line, for places with room for one text.
QString sentence(const Error &error);

} // namespace Deskbell::App
