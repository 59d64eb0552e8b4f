// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/import/incidentreplay.h"

#include "common/base/enumtable.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using Subject = ReplayedEvent::Subject;

QJsonObject changedFields(const IncidentRow &before, const IncidentRow &after)
{
    QStringList columns = before.others.keys() + after.others.keys();
    columns.sort();
    columns.removeDuplicates();
    QJsonObject changes;
    for (const QString &column : std::as_const(columns)) {
        const QString oldValue = before.others.value(column);
        const QString newValue = after.others.value(column);
        if (oldValue != newValue)
            changes.insert(column, QJsonObject{{u"old"_s, oldValue}, {u"new"_s, newValue}});
    }
    return changes;
}

void appendChanges(QList<ReplayedEvent> &events, const IncidentRow &before,
                   const IncidentRow &after)
{
    const qsizetype count = events.size();
    const auto change = [&](Subject subject, const QString &oldValue, const QString &newValue) {
        if (oldValue != newValue) {
            events.append({.subject = subject,
                           .author = after.updatedBy,
                           .at = after.updatedAt,
                           .oldValue = oldValue,
                           .newValue = newValue});
        }
    };
    change(Subject::Category, before.category, after.category);
    change(Subject::Priority, toWire(before.priority), toWire(after.priority));
    change(Subject::Team, before.team, after.team);
    change(Subject::Assignment, before.assignee, after.assignee);
    change(Subject::Status, before.status, after.status);
    if (const QJsonObject fields = changedFields(before, after); !fields.isEmpty()) {
        events.append({.subject = Subject::CustomFields,
                       .author = after.updatedBy,
                       .at = after.updatedAt,
                       .fields = fields});
    }
    if (events.size() == count)
        events.append(
                {.subject = Subject::Worked, .author = after.updatedBy, .at = after.updatedAt});
}

} // namespace

ReplayedIncident replay(const Incident &incident)
{
    const IncidentRow &first = incident.rows.first();
    const IncidentRow &last = incident.rows.last();
    ReplayedIncident result{.status = last.status,
                            .statusChangedAt = incident.openedAt,
                            .updatedAt = last.updatedAt,
                            .updatedBy = last.updatedBy};
    result.events.append(
            {.subject = Subject::Created,
             .author = incident.openedBy.isEmpty() ? incident.createdBy : incident.openedBy,
             .at = incident.openedAt,
             .newValue = first.status});
    for (qsizetype i = 1; i < incident.rows.size(); ++i)
        appendChanges(result.events, incident.rows[i - 1], incident.rows[i]);

    for (const ReplayedEvent &event : std::as_const(result.events)) {
        if (event.subject != Subject::Status && event.subject != Subject::Created)
            continue;
        result.statusChangedAt = event.at;
        if (event.newValue == "resolved"_L1) {
            result.resolvedAt = event.at;
        } else if (event.newValue == "closed"_L1) {
            result.closedAt = event.at;
        } else {
            if (event.oldValue == "resolved"_L1 || event.oldValue == "closed"_L1)
                ++result.reopenCount;
            result.resolvedAt = {};
            result.closedAt = {};
        }
    }
    // Where the log names these times itself, it knows better than its rows, which may be late.
    if (result.resolvedAt.isValid() && last.resolvedAt.isValid())
        result.resolvedAt = last.resolvedAt;
    if (result.closedAt.isValid() && last.closedAt.isValid())
        result.closedAt = last.closedAt;
    return result;
}

} // namespace Deskbell::Server
