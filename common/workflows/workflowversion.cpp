// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflowversion.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, WorkflowVersion &version)
{
    reader.integer("number"_L1, version.number, Presence::Required, 1);
    reader.time("createdAt"_L1, version.createdAt, Presence::Required);
    reader.child("createdBy"_L1, version.createdBy, Presence::RequiredNullable);
    reader.integer("tickets"_L1, version.tickets, Presence::Required, 0);
    reader.integer("openTickets"_L1, version.openTickets, Presence::Required, 0);
    reader.child("definition"_L1, version.definition, Presence::Optional);
}

QJsonObject toJson(const WorkflowVersion &version)
{
    QJsonObject object{{u"number"_s, version.number},
                       {u"createdAt"_s, timeToJson(version.createdAt)},
                       {u"createdBy"_s, toJson(version.createdBy)},
                       {u"tickets"_s, version.tickets},
                       {u"openTickets"_s, version.openTickets}};
    if (version.definition)
        object[u"definition"_s] = toJson(*version.definition);
    return object;
}

} // namespace Deskbell
