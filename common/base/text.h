// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QString>

#include <limits>
#include <optional>

namespace Deskbell {

/// What a text may contain. NUL and lone surrogates are refused everywhere.
enum class TextForm {
    Free, ///< titles, messages: any other character is kept, control characters too
    Name, ///< names that people look for and compare: control characters are refused
};

/// What makes a text acceptable; lengths in characters (code points) after cleanText().
struct TextRule
{
    int min = 0;
    int max = std::numeric_limits<int>::max();
    TextForm form = TextForm::Free;
};

/// Trimmed and in normal form C: the form in which text is stored, counted and compared.
QString cleanText(const QString &text);

/// The number of characters (code points), which is how every limit counts.
qsizetype lengthInCharacters(QStringView text);

/// True when a surrogate stands without its other half, so that the text has no UTF-8.
bool hasLoneSurrogate(QStringView text);

/// What is wrong with a text after cleaning, or nothing: contains_nul, invalid (a lone surrogate),
/// control_character, required (empty where something must be), too_short{min}, too_long{max}.
std::optional<FieldError> textFault(const QString &field, const QString &text,
                                    const TextRule &rule);

/// A file name fit for display and for offering in a "Save as" dialog: the last part of a path, no
/// control or direction-changing characters, none of `<>:"/\|?*`, no reserved device name, no
/// leading or trailing dots or spaces, at most 255 bytes of UTF-8 with its extension kept; "file"
/// when nothing is left. The server never uses a name on its disk, cleaned or not.
QString cleanFileName(const QString &name);

} // namespace Deskbell
