// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/http/message.h"

#include <QCryptographicHash>

#include <optional>

/// The wire side of tus 1.0.0 (https://tus.io/protocols/resumable-upload): headers, no storage.
namespace Deskbell::Server::Tus {

inline constexpr char version[] = "1.0.0";
inline constexpr char extensions[] = "creation,expiration,termination,checksum";
inline constexpr char checksumAlgorithms[] = "sha1,sha256";

/// VersionMismatch ("upload.tus_version") unless the request speaks this version.
[[nodiscard]] Result<> checkVersion(const Http::RequestHead &head);

/// A header that is a whole number from 0 on; Malformed ("upload.header_malformed") otherwise.
[[nodiscard]] Result<qint64> number(const Http::RequestHead &head, const char *name);

/// Upload-Checksum.
struct Checksum
{
    QCryptographicHash::Algorithm algorithm;
    QByteArray sum;
};
[[nodiscard]] Result<std::optional<Checksum>> checksum(const Http::RequestHead &head);

/// A time as HTTP writes it (Upload-Expires).
QByteArray httpDate(const QDateTime &time);

/// An answer that says which protocol it speaks.
Http::Response answer(int status);
/// A problem document as this protocol wants it: with its headers, and 460, which HTTP does not
/// know, for a bad checksum.
Http::Response problem(const Error &error, const Http::RequestHead &head);

/// The piece is not what its checksum says.
Error checksumMismatch();

} // namespace Deskbell::Server::Tus
