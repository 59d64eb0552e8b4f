// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

/// Files of this computer. Read and write them away from the window thread.
namespace Deskbell::App {

/// That something about a file failed: "file.unreadable", "file.unwritable", "file.changed" with
/// its name in `file`.
Error fileError(const QByteArray &key, const QString &name, const QString &detail);

/// Writes all of it or leaves what was there.
Result<> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace Deskbell::App
