// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/duration.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell {

std::optional<int> minutesFromText(QStringView text)
{
    // Digits are those of ASCII: QString::toInt() reads no others.
    static const QRegularExpression clock(
            uR"(^\s*([0-9]{1,5})\s*:\s*([0-5][0-9])\s*(?:h|std\.?)?\s*$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words(
            uR"(^\s*(?:([0-9]{1,5})\s*(?:h|std\.?)\s*)?(?:([0-9]{1,6})\s*(?:m|min\.?)?\s*)?$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatch match = clock.match(text);
    if (!match.hasMatch())
        match = words.match(text);
    if (!match.hasMatch() || (!match.hasCaptured(1) && !match.hasCaptured(2)))
        return std::nullopt;
    return match.captured(1).toInt() * 60 + match.captured(2).toInt();
}

} // namespace Deskbell
