// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

namespace Deskbell::Test {

/// A database of one test: a fresh clone of the migrated one, dropped with this object. Make one in
/// the test's init() or as a local:
///
///     TestDatabase database;
///     Db::Connection &connection = database.connection();
class TestDatabase
{
public:
    enum class Content { Migrated, Empty };

    explicit TestDatabase(Content content = Content::Migrated);
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    /// For more connections, also of other threads and of a whole server.
    const Db::ConnectionSettings &settings() const { return m_settings; }
    /// An open one of this thread.
    Db::Connection &connection() { return *m_connection; }
    /// Runs SQL that sets something up; a failure ends the program.
    void execute(const QString &sql);

private:
    Db::ConnectionSettings m_settings;
    std::unique_ptr<Db::Connection> m_connection;
};

} // namespace Deskbell::Test
