// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Deskbell::Http {

/// The two halves of a request target.
struct Target
{
    QString path;     ///< decoded; "*" for the server as a whole
    QByteArray query; ///< as sent, without '?'
};

/// Reads "/path?query", "http://host/path?query" or "*". Nothing when it is none of these, has a
/// bad percent sign in its path, or decodes to NUL or to what is not UTF-8.
std::optional<Target> parseTarget(QByteArrayView raw);

} // namespace Deskbell::Http
