// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/tickets/priority.h"

#include <QDateTime>
#include <QHash>
#include <QIODevice>
#include <QList>
#include <QString>

namespace Deskbell::Server {

/// The incident event log of a ServiceNow instance: one row per update of an incident, the whole
/// incident as it was after it. Unknown values ("?") are empty here; times are UTC.
struct IncidentRow
{
    qint64 line = 0;
    QString status; ///< key in the workflow of the import: "awaiting_user_info"
    Priority priority = Priority::Medium;
    QString category;
    QString team; ///< assignment group
    QString assignee;
    QString updatedBy;
    QDateTime updatedAt;
    QDateTime resolvedAt;
    QDateTime closedAt;
    /// What has no field of its own in a ticket, by column name: location, u_symptom, impact, …
    QHash<QString, QString> others;
};

struct Incident
{
    QString id;        ///< "INC0000045"
    qint64 number = 0; ///< 45
    QString caller;
    QString openedBy;
    QString createdBy;
    QDateTime openedAt;
    QList<IncidentRow> rows; ///< never empty, in the order of the file, which is the log's own
};

/// What was not taken, and why, in English for the operator.
struct ImportRefusal
{
    QString id;
    qint64 line = 0;
    QString reason;
};

struct IncidentLog
{
    qint64 rowsRead = 0; ///< records below the header, good and bad
    QList<Incident> incidents;
    QList<ImportRefusal> refusals; ///< whole incidents: one faulty row refuses all of its incident
};

/// Reads the file. Fails only when it cannot be read at all or its header misses a column; a faulty
/// row refuses its incident and the rest goes on.
Result<IncidentLog> readIncidentLog(QIODevice &device);

} // namespace Deskbell::Server
