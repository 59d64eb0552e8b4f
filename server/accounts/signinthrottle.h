// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

#include <chrono>

namespace Deskbell::Server {

/// How long the next try must wait after that many failures in a row: not at all below
/// `allowance`, from there on 1, 2, 4, … seconds, at most a quarter of an hour.
std::chrono::seconds signInDelay(int failures, int allowance);

/// Slows down guessing of passwords: failures are counted for the name as it was typed, whether or
/// not there is such an account, and for the client's address. Many people may share an address, so
/// it is allowed more. What is an hour old is forgotten.
namespace SignInThrottle {

inline constexpr int nameAllowance = 5;
inline constexpr int addressAllowance = 20;
inline constexpr std::chrono::seconds memory = std::chrono::hours(1);

/// TooManyRequests (key "auth.throttled", parameter "retryAfter" in seconds) while name or address
/// must wait. Asked before the password is looked at.
Result<> check(Context &context, const QString &name);
/// Counts a failure of both.
Result<> countFailure(Context &context, const QString &name);
/// The name has proved itself. The address is not cleared: one good account there must not buy
/// guesses at others.
Result<> forgetName(Context &context, const QString &name);

} // namespace SignInThrottle

} // namespace Deskbell::Server
