// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

namespace Deskbell::Server {

/// How deskbelld ends; told in --help.
enum class ExitCode {
    Ok = 0,
    Failure = 1,  ///< what was asked for could not be done
    Usage = 2,    ///< command line or configuration
    Database = 3, ///< cannot be made, started or reached
    Schema = 4,   ///< newer than this program, or not what it expects
};

/// By the error's key.
ExitCode exitCodeFor(const Error &error);

/// "deskbelld: …" on standard error, and the code to end with.
ExitCode report(const Error &error);

} // namespace Deskbell::Server
