// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/csv.h"

#include <algorithm>

namespace Deskbell {

namespace {

bool looksLikeFormula(const QString &value)
{
    constexpr QStringView signs = u"=+-@\t\r";
    if (value.isEmpty() || !signs.contains(value.front()))
        return false;
    bool isNumber = false;
    value.toDouble(&isNumber);
    return !isNumber;
}

} // namespace

QByteArray csvRecord(const QStringList &values)
{
    QByteArray record;
    for (const QString &value : values) {
        if (!record.isEmpty() || &value != &values.front())
            record += ',';
        QString text = looksLikeFormula(value) ? u'\'' + value : value;
        const bool quoted = std::any_of(text.begin(), text.end(), [](QChar c) {
            return QStringView(u"\",\r\n").contains(c);
        });
        if (quoted)
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        record += text.toUtf8();
    }
    return record + "\r\n";
}

} // namespace Deskbell
