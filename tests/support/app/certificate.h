// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

namespace Deskbell::App {

/// A new certificate for localhost that nobody vouches for, with its key: what a server needs.
QSslConfiguration selfSignedCertificate();

} // namespace Deskbell::App
