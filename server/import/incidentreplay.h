// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/import/incidentlog.h"

#include <QJsonObject>

namespace Deskbell::Server {

/// One thing that happened to an incident, as the timeline shows it. People, teams and categories
/// are names here; the import puts the references in their place.
struct ReplayedEvent
{
    enum class Subject {
        Created,
        Status,
        Priority,
        Category,
        Team,
        Assignment,
        CustomFields,
        Worked
    };

    Subject subject = Subject::Worked;
    QString author;
    QDateTime at;
    QString oldValue; ///< key or name; empty: none
    QString newValue;
    QJsonObject fields; ///< CustomFields: {"column": {"old", "new"}}
};

/// The incident as it ends, and everything that led there.
struct ReplayedIncident
{
    QList<ReplayedEvent> events; ///< in order; at least one for each row of the log
    QString status;
    QDateTime statusChangedAt;
    QDateTime updatedAt;
    QString updatedBy;
    QDateTime resolvedAt;
    QDateTime closedAt;
    int reopenCount = 0;
};

/// Turns rows, each a picture of the whole, into what changed from one to the next. The first row
/// is the creation, at the time the incident was opened; a row that changes nothing we know of
/// still says that somebody worked on it.
ReplayedIncident replay(const Incident &incident);

} // namespace Deskbell::Server
