// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace Deskbell::App {

/// A keychain in memory that can fail.
class FakeSecretStore : public SecretStore
{
public:
    QHash<QString, QByteArray> secrets;
    std::optional<Error> failure; ///< of every call while set
    int writes = 0;

    /// What a computer without a keychain answers.
    static Error unavailable()
    {
        return {.code = ErrorCode::Unavailable, .key = "keychain.unavailable"};
    }

    void read(const QString &name, QObject *guard, Read callback) override
    {
        later(guard, [this, name, callback = std::move(callback)] {
            callback(failure ? Result<QByteArray>(fail(*failure)) : secrets.value(name));
        });
    }
    void write(const QString &name, const QByteArray &secret, QObject *guard,
               Written callback) override
    {
        ++writes;
        if (!failure)
            secrets.insert(name, secret);
        later(guard, [this, callback = std::move(callback)] { answer(callback); });
    }
    void remove(const QString &name, QObject *guard, Written callback) override
    {
        if (!failure)
            secrets.remove(name);
        later(guard, [this, callback = std::move(callback)] { answer(callback); });
    }

private:
    void answer(const Written &callback) const
    {
        callback(failure ? Result<>(fail(*failure)) : Result<>());
    }
    template <class Work>
    static void later(QObject *guard, Work work)
    {
        QTimer::singleShot(0, guard, std::move(work));
    }
};

} // namespace Deskbell::App
