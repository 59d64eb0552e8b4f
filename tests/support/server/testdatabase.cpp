// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/testdatabase.h"

#include "tests/support/server/testcluster.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

QByteArray nextName()
{
    static int count = 0;
    return "test_" + QByteArray::number(++count);
}

} // namespace

TestDatabase::TestDatabase(Content content)
{
    const QByteArray name = nextName();
    const QString source = content == Content::Migrated ? u"deskbell"_s : u"template0"_s;
    if (const Result<> made = TestCluster::instance().administer(
                u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY file_copy"_s.arg(
                        QString::fromLatin1(name), source));
        !made)
        qFatal("no test database: %s", qPrintable(made.error().detail));
    m_settings = TestCluster::instance().settings().withDatabase(name);
    m_connection = std::make_unique<Db::Connection>(m_settings);
    if (const Result<> open = m_connection->ensureOpen(); !open)
        qFatal("the test database does not open: %s", qPrintable(open.error().detail));
}

TestDatabase::~TestDatabase()
{
    m_connection.reset();
    // FORCE: connections of threads that a failed test left behind.
    const QString name = QString::fromLatin1(m_settings.database());
    if (const Result<> dropped = TestCluster::instance().administer(
                u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(name));
        !dropped)
        qWarning("%s", qPrintable(dropped.error().detail));
}

void TestDatabase::execute(const QString &sql)
{
    if (const Result<> done = m_connection->script(sql); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

} // namespace Deskbell::Test
