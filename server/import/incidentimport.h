// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/import/incidentlog.h"

#include <functional>

namespace Deskbell::Server {

/// What an import did, to be held against the file.
struct ImportReport
{
    qint64 rowsRead = 0;
    qint64 rowsTaken = 0;      ///< rows of incidents that are tickets now, whenever they became so
    qint64 incidentsRead = 0;  ///< without the refused ones
    qint64 ticketsCreated = 0; ///< by this run
    qint64 ticketsThere = 0;   ///< by an earlier one
    qint64 events = 0;         ///< timeline events of all tickets of this import
    QList<ImportRefusal> refusals;

    /// Nothing was refused, and every row of the file is in a ticket.
    bool reconciles() const { return refusals.isEmpty() && rowsTaken == rowsRead; }
    /// The lines that the command prints, in English.
    QStringList lines() const;
};

/// Called after each incident; false stops the import, which a later one takes up again.
using ImportProgress = std::function<bool(qint64 done, qint64 of)>;

/// Makes a ticket of each incident, on the desk "INC" with a workflow of its own, with its people,
/// teams, categories and its whole history at its real times. Each incident is one transaction that
/// also notes the source, so the import can be stopped and repeated at any time.
Result<ImportReport> importIncidents(Context &context, const IncidentLog &log,
                                     const ImportProgress &progress);

} // namespace Deskbell::Server
