// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace Deskbell {

/// How deep objects and lists may be nested in each other; one more is refused.
constexpr int maxJsonDepth = 32;

/// Checks what QJsonDocument lets pass: RFC 8259 to the letter, UTF-8, nesting, names that stand
/// twice in an object, and characters and numbers that nothing behind could keep. Linear in the
/// size of the text.
///
/// Malformed ("json.malformed", 400) when it is not JSON, with the byte `offset` in params; the
/// same with a field error for the path concerned when it is nested too deep (too_deep), names
/// something twice (duplicate_name), or is not UTF-8 there (invalid). Invalid ("validation.failed",
/// 422) with one field error for each path with a \u0000 (contains_nul), half a surrogate pair
/// (invalid) or a number beyond what a double holds (out_of_range).
[[nodiscard]] Result<> scanJson(QByteArrayView json);

/// Scans and reads a JSON object; another value at the top is Malformed, too.
[[nodiscard]] Result<QJsonObject> parseObject(QByteArrayView json);

} // namespace Deskbell
