// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Deskbell::App {

/// Where secrets are kept between two starts. Answers come later, on the window thread, and not
/// after `guard` died. There is no fallback to plain text: what cannot be kept safely is not kept.
class SecretStore
{
public:
    using Read = std::function<void(Result<QByteArray>)>; ///< empty when there is none
    using Written = std::function<void(Result<>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &name, QObject *guard, Read callback) = 0;
    virtual void write(const QString &name, const QByteArray &secret, QObject *guard,
                       Written callback)
            = 0;
    virtual void remove(const QString &name, QObject *guard, Written callback) = 0;

    /// The keychain of the system, through QtKeychain.
    static std::unique_ptr<SecretStore> system();
};

} // namespace Deskbell::App
