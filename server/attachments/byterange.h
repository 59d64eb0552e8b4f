// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Deskbell::Server {

/// A part of a file: `length` bytes (at least one) from `offset`.
struct ByteRange
{
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// What a Range header asks for of a file of `size` bytes.
enum class RangeKind {
    Whole,         ///< nothing, or what a server may ignore: other units, several parts, nonsense
    Part,          ///< 206
    Unsatisfiable, ///< 416
};
struct RangeRequest
{
    RangeKind kind = RangeKind::Whole;
    ByteRange part = {};

    friend bool operator==(const RangeRequest &, const RangeRequest &) = default;
};

/// Reads a Range header (RFC 9110, 14.1.2): one part, "bytes=5-9", "bytes=5-", "bytes=-5".
RangeRequest parseRange(const QByteArray &header, qint64 size);

} // namespace Deskbell::Server
