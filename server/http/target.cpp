// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/target.h"

#include <algorithm>

namespace Deskbell::Http {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> decodePath(QByteArrayView raw)
{
    if (!raw.contains('%'))
        return QString::fromLatin1(raw); // ASCII, as the caller has checked
    QByteArray decoded;
    decoded.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            decoded += raw[i];
            continue;
        }
        if (i + 2 >= raw.size())
            return std::nullopt;
        const int high = hexValue(raw[i + 1]);
        const int low = hexValue(raw[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (!decoded.isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(decoded);
}

/// What follows "http://authority", if `raw` begins so; else `raw` as it is.
QByteArrayView withoutOrigin(QByteArrayView raw)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (raw.size() < scheme.size()
            || raw.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView rest = raw.sliced(scheme.size());
        const qsizetype slash = rest.indexOf('/');
        return slash < 0 ? QByteArrayView("/") : rest.sliced(slash);
    }
    return raw;
}

} // namespace

std::optional<Target> parseTarget(QByteArrayView raw)
{
    if (raw == "*")
        return Target{.path = QStringLiteral("*"), .query = {}};
    const auto isPlain = [](char c) {
        return c > 0x20 && c < 0x7f && c != '#';
    };
    if (!std::all_of(raw.begin(), raw.end(), isPlain))
        return std::nullopt;
    const QByteArrayView local = withoutOrigin(raw);
    if (!local.startsWith('/'))
        return std::nullopt;
    const qsizetype mark = local.indexOf('?');
    auto path = decodePath(mark < 0 ? local : local.first(mark));
    if (!path)
        return std::nullopt;
    return Target{.path = std::move(*path),
                  .query = mark < 0 ? QByteArray() : local.sliced(mark + 1).toByteArray()};
}

} // namespace Deskbell::Http
