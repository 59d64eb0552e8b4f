// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/import/incidentlog.h"

#include "server/import/csvreader.h"

#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Every column of the log; the order in the file does not matter.
const QStringList &columns()
{
    static const QStringList names{u"number"_s,
                                   u"incident_state"_s,
                                   u"active"_s,
                                   u"reassignment_count"_s,
                                   u"reopen_count"_s,
                                   u"sys_mod_count"_s,
                                   u"made_sla"_s,
                                   u"caller_id"_s,
                                   u"opened_by"_s,
                                   u"opened_at"_s,
                                   u"sys_created_by"_s,
                                   u"sys_created_at"_s,
                                   u"sys_updated_by"_s,
                                   u"sys_updated_at"_s,
                                   u"contact_type"_s,
                                   u"location"_s,
                                   u"category"_s,
                                   u"subcategory"_s,
                                   u"u_symptom"_s,
                                   u"cmdb_ci"_s,
                                   u"impact"_s,
                                   u"urgency"_s,
                                   u"priority"_s,
                                   u"assignment_group"_s,
                                   u"assigned_to"_s,
                                   u"knowledge"_s,
                                   u"u_priority_confirmation"_s,
                                   u"notify"_s,
                                   u"problem_id"_s,
                                   u"rfc"_s,
                                   u"vendor"_s,
                                   u"caused_by"_s,
                                   u"closed_code"_s,
                                   u"resolved_by"_s,
                                   u"resolved_at"_s,
                                   u"closed_at"_s};
    return names;
}

/// Columns kept as custom fields of the ticket.
const QStringList &otherColumns()
{
    static const QStringList names{u"contact_type"_s, u"location"_s,
                                   u"subcategory"_s,  u"u_symptom"_s,
                                   u"cmdb_ci"_s,      u"impact"_s,
                                   u"urgency"_s,      u"made_sla"_s,
                                   u"knowledge"_s,    u"u_priority_confirmation"_s,
                                   u"notify"_s,       u"problem_id"_s,
                                   u"rfc"_s,          u"vendor"_s,
                                   u"caused_by"_s,    u"closed_code"_s,
                                   u"resolved_by"_s,  u"reassignment_count"_s,
                                   u"reopen_count"_s};
    return names;
}

const QHash<QString, QString> &statusKeys()
{
    static const QHash<QString, QString> keys{{u"New"_s, u"new"_s},
                                              {u"Active"_s, u"active"_s},
                                              {u"Awaiting User Info"_s, u"awaiting_user_info"_s},
                                              {u"Awaiting Problem"_s, u"awaiting_problem"_s},
                                              {u"Awaiting Vendor"_s, u"awaiting_vendor"_s},
                                              {u"Awaiting Evidence"_s, u"awaiting_evidence"_s},
                                              {u"Resolved"_s, u"resolved"_s},
                                              {u"Closed"_s, u"closed"_s}};
    return keys;
}

const QHash<QString, Priority> &priorities()
{
    static const QHash<QString, Priority> values{{u"1 - Critical"_s, Priority::Urgent},
                                                 {u"2 - High"_s, Priority::High},
                                                 {u"3 - Moderate"_s, Priority::Medium},
                                                 {u"4 - Low"_s, Priority::Low}};
    return values;
}

/// One record by column name, with "?" as nothing and runs of blanks folded ("Opened by  8").
class Record
{
public:
    Record(const QStringList &header, const QStringList &fields)
    {
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString value = fields[i].simplified();
            m_values.insert(header[i], value == "?"_L1 ? QString() : value);
        }
    }
    QString operator[](const QString &column) const { return m_values.value(column); }

private:
    QHash<QString, QString> m_values;
};

/// "29-02-2016 01:16" as UTC; invalid when it is anything else.
QDateTime parseTime(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, u"dd-MM-yyyy hh:mm"_s);
    return time.isValid() ? QDateTime(time.date(), time.time(), Qt::UTC) : QDateTime();
}

/// The row, or in English what is wrong with it.
tl::expected<IncidentRow, QString> readRow(const Record &record, qint64 line)
{
    IncidentRow row{.line = line,
                    .category = record[u"category"_s],
                    .team = record[u"assignment_group"_s],
                    .assignee = record[u"assigned_to"_s],
                    .updatedBy = record[u"sys_updated_by"_s]};
    row.status = statusKeys().value(record[u"incident_state"_s]);
    if (row.status.isEmpty())
        return tl::unexpected(u"unknown state \"%1\""_s.arg(record[u"incident_state"_s]));
    const auto priority = priorities().constFind(record[u"priority"_s]);
    if (priority == priorities().constEnd())
        return tl::unexpected(u"unknown priority \"%1\""_s.arg(record[u"priority"_s]));
    row.priority = *priority;

    const auto readTime = [&](const QString &column, QDateTime &target) {
        const QString text = record[column];
        target = parseTime(text);
        return text.isEmpty() || target.isValid();
    };
    for (const auto &[column, target] :
         {std::pair(u"sys_updated_at"_s, &row.updatedAt),
          std::pair(u"resolved_at"_s, &row.resolvedAt), std::pair(u"closed_at"_s, &row.closedAt)}) {
        if (!readTime(column, *target))
            return tl::unexpected(u"%1 is not a time: \"%2\""_s.arg(column, record[column]));
    }
    if (!row.updatedAt.isValid())
        return tl::unexpected(u"sys_updated_at is missing"_s);
    for (const QString &column : otherColumns()) {
        if (const QString value = record[column]; !value.isEmpty())
            row.others.insert(column, value);
    }
    return row;
}

tl::expected<Incident, QString> beginIncident(const Record &record)
{
    Incident incident{.id = record[u"number"_s],
                      .caller = record[u"caller_id"_s],
                      .openedBy = record[u"opened_by"_s],
                      .createdBy = record[u"sys_created_by"_s],
                      .openedAt = parseTime(record[u"opened_at"_s])};
    bool ok = incident.id.startsWith("INC"_L1);
    incident.number = ok ? incident.id.sliced(3).toLongLong(&ok) : 0;
    if (!ok || incident.number <= 0)
        return tl::unexpected(u"\"%1\" is not an incident number"_s.arg(incident.id));
    if (incident.caller.isEmpty())
        return tl::unexpected(u"caller_id is missing"_s);
    if (!incident.openedAt.isValid())
        return tl::unexpected(u"opened_at is not a time: \"%1\""_s.arg(record[u"opened_at"_s]));
    return incident;
}

} // namespace

Result<IncidentLog> readIncidentLog(QIODevice &device)
{
    CsvReader reader(device);
    auto header = reader.next();
    if (!header)
        return fail(header.error());
    const QStringList names = header->value_or(QStringList());
    for (const QString &column : columns()) {
        if (!names.contains(column)) {
            return fail({.code = ErrorCode::Malformed,
                         .key = "import.column_missing",
                         .detail = u"The file has no column \"%1\"."_s.arg(column)});
        }
    }

    IncidentLog log;
    QHash<QString, qsizetype> positions; // incident id → index in log.incidents
    QSet<QString> refused;
    const auto refuse = [&](const QString &id, const QString &reason) {
        if (!refused.contains(id))
            log.refusals.append({.id = id, .line = reader.line(), .reason = reason});
        refused.insert(id);
    };
    for (;;) {
        auto fields = reader.next();
        if (!fields)
            return fail(fields.error());
        if (!*fields)
            break;
        ++log.rowsRead;
        if ((*fields)->size() != names.size()) {
            refuse((*fields)->value(0),
                   u"the row has %1 fields in place of %2"_s.arg((*fields)->size())
                           .arg(names.size()));
            continue;
        }
        const Record record(names, **fields);
        const QString id = record[u"number"_s];
        auto position = positions.constFind(id);
        if (position == positions.constEnd()) {
            auto incident = beginIncident(record);
            if (!incident) {
                refuse(id, incident.error());
                continue;
            }
            position = positions.insert(id, log.incidents.size());
            log.incidents.append(std::move(*incident));
        }
        if (auto row = readRow(record, reader.line()))
            log.incidents[*position].rows.append(std::move(*row));
        else
            refuse(id, row.error());
    }

    log.incidents.removeIf([&](const Incident &incident) { return refused.contains(incident.id); });
    return log;
}

} // namespace Deskbell::Server
