// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell::Http {

/// Why the front itself turns a request down. The application words the answer
/// (Application::refusal) from status and key.
struct Refusal
{
    int status = 0; ///< 0: nothing is wrong
    const char *key = "";

    explicit operator bool() const { return status != 0; }
};

namespace Refusals {

inline constexpr Refusal malformed = {400, "http.malformed"};
inline constexpr Refusal timeout = {408, "http.timeout"};
inline constexpr Refusal bodyTooLarge = {413, "http.body_too_large"};
inline constexpr Refusal expectationUnknown = {417, "http.expectation_unknown"};
inline constexpr Refusal headerTooLarge = {431, "http.header_too_large"};
inline constexpr Refusal failed = {500, "http.failed"};
inline constexpr Refusal methodUnknown = {501, "http.method_unknown"};
inline constexpr Refusal overloaded = {503, "http.overloaded"};
inline constexpr Refusal versionUnsupported = {505, "http.version_unsupported"};

} // namespace Refusals
} // namespace Deskbell::Http
