// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/textformat.h"

namespace Deskbell::Db::TextFormat {

namespace {

/// The number in `length` digits at `position`, or -1.
int digits(QByteArrayView text, qsizetype position, int length)
{
    if (position + length > text.size())
        return -1;
    int number = 0;
    for (qsizetype i = position; i < position + length; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

} // namespace

QByteArray fromTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

// By hand, because QDateTime::fromString costs more than the whole query of a single row.
QDateTime toTime(QByteArrayView text)
{
    constexpr qsizetype secondsEnd = 19; // "2026-11-21 09:30:00"
    if (text.size() < secondsEnd || text.endsWith("BC"))
        return {};
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    int milliseconds = 0;
    qsizetype position = secondsEnd;
    if (position < text.size() && text[position] == '.') {
        int weight = 100;
        for (++position; position < text.size() && text[position] >= '0' && text[position] <= '9';
             ++position, weight /= 10)
            milliseconds += weight * (text[position] - '0');
    }
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), milliseconds);
    if (!date.isValid() || !time.isValid()
        || (position < text.size() && text.sliced(position) != "+00"))
        return {};
    return QDateTime(date, time, Qt::UTC);
}

QByteArray fromNumbers(const QList<qint64> &numbers)
{
    QByteArray array = "{";
    for (const qint64 number : numbers) {
        if (array.size() > 1)
            array += ',';
        array += QByteArray::number(number);
    }
    return array + '}';
}

QByteArray fromTexts(const QStringList &texts)
{
    QByteArray array = "{";
    for (const QString &text : texts) {
        if (array.size() > 1)
            array += ',';
        array += '"';
        for (const char c : text.toUtf8()) {
            if (c == '"' || c == '\\')
                array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + '}';
}

std::optional<QStringList> toTexts(QByteArrayView array)
{
    if (array.size() < 2 || array.front() != '{' || array.back() != '}')
        return std::nullopt;
    QStringList texts;
    const QByteArrayView inner = array.sliced(1, array.size() - 2);
    qsizetype i = 0;
    while (i < inner.size()) {
        QByteArray element;
        if (inner[i] == '"') {
            for (++i; i < inner.size() && inner[i] != '"'; ++i) {
                if (inner[i] == '\\' && i + 1 < inner.size())
                    ++i;
                element += inner[i];
            }
            if (i == inner.size())
                return std::nullopt;
            ++i;
        } else {
            for (; i < inner.size() && inner[i] != ','; ++i)
                element += inner[i];
            if (element.startsWith('{'))
                return std::nullopt;
            if (element == "NULL")
                element.clear();
        }
        texts.append(QString::fromUtf8(element));
        if (i == inner.size())
            break;
        if (inner[i] != ',')
            return std::nullopt;
        ++i;
    }
    return texts;
}

} // namespace Deskbell::Db::TextFormat
