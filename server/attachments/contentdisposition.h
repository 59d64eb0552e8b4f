// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Deskbell::Server {

/// The file name of a Content-Disposition header (RFC 6266): filename* before filename, raw UTF-8
/// taken as such. Nothing when there is none or it cannot be read. As it was sent, paths and all.
std::optional<QString> fileNameOf(const QByteArray &contentDisposition);

/// `attachment` with that name: in ASCII for old clients, and whole in UTF-8.
QByteArray attachmentDisposition(const QString &fileName);

} // namespace Deskbell::Server
