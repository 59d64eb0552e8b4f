// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/contentdisposition.h"

#include <QHash>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

std::optional<QString> fromUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    return text;
}

/// A value up to the next ';', in quotes with backslash escapes or without. Moves `at` behind it.
QByteArray takeValue(const QByteArray &header, qsizetype &at)
{
    QByteArray value;
    if (at < header.size() && header.at(at) == '"') {
        for (++at; at < header.size() && header.at(at) != '"'; ++at) {
            if (header.at(at) == '\\' && at + 1 < header.size())
                ++at;
            value += header.at(at);
        }
        ++at;
    } else {
        while (at < header.size() && header.at(at) != ';')
            value += header.at(at++);
        value = value.trimmed();
    }
    return value;
}

/// The parameters behind the type, by their names in lower case.
QHash<QByteArray, QByteArray> parameters(const QByteArray &header)
{
    QHash<QByteArray, QByteArray> found;
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray name = header.sliced(at + 1, equals - at - 1).trimmed().toLower();
        at = equals + 1;
        while (at < header.size() && header.at(at) == ' ')
            ++at;
        const QByteArray value = takeValue(header, at);
        if (!found.contains(name))
            found.insert(name, value);
        at = header.indexOf(';', at);
    }
    return found;
}

/// UTF-8'de'na%C3%AFve.txt (RFC 8187)
std::optional<QString> decodeExtended(const QByteArray &value)
{
    const qsizetype first = value.indexOf('\'');
    const qsizetype second = first < 0 ? -1 : value.indexOf('\'', first + 1);
    if (second < 0 || value.first(first).compare("UTF-8", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return fromUtf8(QByteArray::fromPercentEncoding(value.sliced(second + 1)));
}

} // namespace

std::optional<QString> fileNameOf(const QByteArray &contentDisposition)
{
    const QHash<QByteArray, QByteArray> found = parameters(contentDisposition);
    std::optional<QString> name;
    if (const auto extended = found.constFind("filename*"); extended != found.constEnd())
        name = decodeExtended(*extended);
    if (const auto plain = found.constFind("filename"); !name && plain != found.constEnd())
        name = fromUtf8(*plain);
    if (name && name->isEmpty())
        return std::nullopt;
    return name;
}

QByteArray attachmentDisposition(const QString &fileName)
{
    QByteArray ascii;
    for (const QChar c : fileName) {
        const char16_t unit = c.unicode();
        const bool plain
                = unit >= 0x20 && unit < 0x7f && unit != '"' && unit != '\\' && unit != '%';
        if (!c.isLowSurrogate())
            ascii += plain ? char(unit) : '_';
    }
    // attr-char of RFC 8187; percent-encoding leaves letters, digits and -._~ alone.
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''"
           + fileName.toUtf8().toPercentEncoding();
}

} // namespace Deskbell::Server
