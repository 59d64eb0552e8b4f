// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketnumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

bool isDeskKey(QStringView text)
{
    return text.size() >= 2 && text.size() <= 10 && isUpper(text[0])
           && std::all_of(text.begin(), text.end(),
                          [](QChar c) { return isUpper(c) || isDigit(c); });
}

std::optional<TicketNumber> ticketNumberFromText(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return std::nullopt;
    QString key = text.first(dash).toString();
    for (QChar &c : key) {
        if (c >= u'a'
            && c <= u'z') // letters beyond ASCII have upper-case forms that are none of ours
            c = QChar(c.unicode() - u'a' + u'A');
    }
    const QStringView counter = text.sliced(dash + 1);
    if (!isDeskKey(key) || counter.isEmpty() || counter[0] == u'0'
        || !std::all_of(counter.begin(), counter.end(), isDigit))
        return std::nullopt;
    bool fits = false;
    const qint64 value = counter.toLongLong(&fits);
    if (!fits)
        return std::nullopt;
    return TicketNumber{.deskKey = key, .counter = value};
}

QString toText(const TicketNumber &number)
{
    return number.deskKey + u'-' + QString::number(number.counter);
}

} // namespace Deskbell
