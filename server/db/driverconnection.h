// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QSqlDatabase>

#include <memory>

struct pg_conn;

namespace Deskbell::Db {

/// A connection that Qt's PostgreSQL driver opened and closes again, and libpq's handle to it:
/// statements go through the handle (ADR 0022). Lives and dies on the thread that opened it.
class DriverConnection
{
public:
    /// `parameters` are libpq's keywords and values. Unavailable (key "database.unavailable") when
    /// there is no connection or no driver; Invalid (field "database") for a value that the driver
    /// cannot hand on.
    [[nodiscard]] static Result<std::unique_ptr<DriverConnection>>
    open(QMap<QByteArray, QByteArray> parameters);

    ~DriverConnection();
    DriverConnection(const DriverConnection &) = delete;
    DriverConnection &operator=(const DriverConnection &) = delete;

    pg_conn *handle() const { return m_handle; }

private:
    DriverConnection();

    QSqlDatabase m_database;
    pg_conn *m_handle = nullptr; ///< the driver's
};

} // namespace Deskbell::Db
