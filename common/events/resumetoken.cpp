// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/events/resumetoken.h"

namespace Deskbell {

QByteArray toText(const ResumeToken &token)
{
    return QByteArray::number(token.transaction) + '-' + QByteArray::number(token.id);
}

std::optional<ResumeToken> resumeTokenFromText(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    bool transactionFits = false;
    bool idFits = false;
    const ResumeToken token{.transaction = text.first(dash).toULongLong(&transactionFits),
                            .id = text.sliced(dash + 1).toLongLong(&idFits)};
    // Whatever the number parser tolerates beyond our own form does not come back the same.
    if (!transactionFits || !idFits || token.id < 0 || QByteArrayView(toText(token)) != text)
        return std::nullopt;
    return token;
}

} // namespace Deskbell
