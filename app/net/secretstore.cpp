// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/secretstore.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

Error unavailable(const QKeychain::Job &job)
{
    return {.code = ErrorCode::Unavailable,
            .key
            = job.error() == QKeychain::AccessDeniedByUser || job.error() == QKeychain::AccessDenied
                      ? "keychain.denied"_ba
                      : "keychain.unavailable"_ba,
            .detail = job.errorString()};
}

/// The keychain of the system. Jobs delete themselves.
class SystemKeychain final : public SecretStore
{
public:
    void read(const QString &name, QObject *guard, Read callback) override
    {
        auto *job = prepare(new QKeychain::ReadPasswordJob(service), name);
        QObject::connect(job, &QKeychain::Job::finished, guard,
                         [job, callback = std::move(callback)] {
                             if (job->error() == QKeychain::NoError)
                                 callback(job->binaryData());
                             else if (job->error() == QKeychain::EntryNotFound)
                                 callback(QByteArray());
                             else
                                 callback(fail(unavailable(*job)));
                         });
        job->start();
    }

    void write(const QString &name, const QByteArray &secret, QObject *guard,
               Written callback) override
    {
        auto *job = prepare(new QKeychain::WritePasswordJob(service), name);
        job->setBinaryData(secret);
        run(job, guard, std::move(callback));
    }

    void remove(const QString &name, QObject *guard, Written callback) override
    {
        run(prepare(new QKeychain::DeletePasswordJob(service), name), guard, std::move(callback));
    }

private:
    template <class Job>
    static Job *prepare(Job *job, const QString &name)
    {
        job->setKey(name);
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        return job;
    }

    static void run(QKeychain::Job *job, QObject *guard, Written callback)
    {
        QObject::connect(job, &QKeychain::Job::finished, guard,
                         [job, callback = std::move(callback)] {
                             if (job->error() == QKeychain::NoError
                                 || job->error() == QKeychain::EntryNotFound)
                                 callback({});
                             else
                                 callback(fail(unavailable(*job)));
                         });
        job->start();
    }

    inline static const QString service = u"Deskbell"_s;
};

} // namespace

std::unique_ptr<SecretStore> SecretStore::system()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace Deskbell::App
