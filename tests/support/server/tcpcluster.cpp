// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/tcpcluster.h"

#include "server/db/connection.h"
#include "tests/support/server/testcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QUrl>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

void openssl(const QStringList &arguments)
{
    if (QProcess::execute(u"openssl"_s,
                          QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                      u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s,
                                      u"2"_s}
                                  + arguments)
        != 0)
        qFatal("openssl made no certificate");
}

} // namespace

TcpCluster::TcpCluster()
    : m_folder(QDir::temp().filePath(u"deskbell-tcp-XXXXXX"_s))
    , m_address(u"127.%1.%2.%3"_s.arg(64 + getpid() % 128)
                        .arg(getpid() / 128 % 250)
                        .arg(getpid() % 250 + 1))
{
    TestCluster::copyTemplate(m_folder.filePath(u"pg"_s));
    makeCertificates();
    writeSettings();
    start();
    makeRole();
}

void TcpCluster::start()
{
    if (m_cluster)
        return;
    m_cluster = std::make_unique<Db::PrivateCluster>(Db::PrivateCluster::Options{
            .dataFolder = m_folder.path(), .durability = Db::Durability::None});
    if (const Result<> started = m_cluster->start(); !started)
        qFatal("no PostgreSQL over TCP: %s", qPrintable(started.error().detail));
}

void TcpCluster::stop()
{
    m_cluster.reset();
}

QString TcpCluster::url(const QString &parameters, const QString &password) const
{
    return u"postgresql://anna:%1@%2:5432/desk?%3"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(password)), m_address, parameters);
}

void TcpCluster::makeCertificates()
{
    const QString caKey = m_folder.filePath(u"ca.key"_s);
    openssl({u"-subj"_s, u"/CN=Authority"_s, u"-keyout"_s, caKey, u"-out"_s, ca()});
    openssl({u"-subj"_s, u"/CN=Another authority"_s, u"-keyout"_s,
             m_folder.filePath(u"other-ca.key"_s), u"-out"_s, otherCa()});
    const QString key = m_folder.filePath(u"server.key"_s);
    const QString certificate = m_folder.filePath(u"server.pem"_s);
    openssl({u"-CA"_s, ca(), u"-CAkey"_s, caKey, u"-subj"_s, u"/CN=database"_s, u"-addext"_s,
             u"subjectAltName=IP:"_s + m_address, u"-addext"_s,
             u"basicConstraints=critical,CA:FALSE"_s, u"-keyout"_s, key, u"-out"_s, certificate});
    for (const QString &path : {key, certificate}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
        writeAsPostgres(QFileInfo(path).fileName(), file.readAll());
    }
}

void TcpCluster::writeSettings()
{
    writeAsPostgres(u"tcp_hba.conf"_s,
                    "hostssl all anna all scram-sha-256\nlocal all all peer map=deskbell\n");
    writeAsPostgres(u"local.conf"_s,
                    u"listen_addresses = '%1'\nssl = on\n"
                    "ssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\n"
                    "hba_file = '%2'\n"_s.arg(m_address, m_folder.filePath(u"pg/tcp_hba.conf"_s))
                            .toUtf8());
}

void TcpCluster::makeRole()
{
    Db::Connection owner(m_cluster->settings());
    const QString role = u"CREATE ROLE anna LOGIN PASSWORD '%1'"_s.arg(rightPassword());
    for (const QString &sql : {role, u"CREATE DATABASE desk OWNER anna TEMPLATE template0"_s}) {
        if (const Result<> done = owner.script(sql); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
}

/// Into its folder, and its own.
void TcpCluster::writeAsPostgres(const QString &name, const QByteArray &content) const
{
    const QString folder = m_folder.filePath(u"pg"_s);
    struct stat info = {};
    QFile file(folder + u'/' + name);
    if (stat(QFile::encodeName(folder).constData(), &info) != 0 || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size() || fchmod(file.handle(), 0600) != 0
        || fchown(file.handle(), info.st_uid, info.st_gid) != 0)
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

} // namespace Deskbell::Test
