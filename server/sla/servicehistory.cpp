// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/servicehistory.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// One field that became another.
struct ServiceChange
{
    QDateTime at;
    QString field;
    QString before;
    QString after;
};

void setField(ServiceMoment &moment, const QString &field, const QString &value)
{
    if (field == "status"_L1)
        moment.status = fromWire<StatusCategory>(value).value_or(moment.status);
    else if (field == "priority"_L1)
        moment.priority = fromWire<Priority>(value).value_or(moment.priority);
    else
        moment.category = CategoryId(value.toLongLong());
}

ServiceHistory historyOf(const ServiceSubject &subject, const QList<ServiceChange> &changes)
{
    // What it was when it was made: as it is now, but for what the first change of each field says.
    ServiceMoment moment = subject.present;
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        setField(moment, change->field, change->before);
    moment.at = subject.createdAt;
    ServiceHistory history{.moments = {moment}, .firstResponseAt = subject.firstResponseAt};
    for (const ServiceChange &change : changes) {
        setField(moment, change.field, change.after);
        moment.at = change.at;
        history.moments.append(moment);
    }
    return history;
}

} // namespace

Result<QHash<TicketId, ServiceHistory>> serviceHistories(Db::Connection &db,
                                                         const QList<ServiceSubject> &subjects)
{
    QList<TicketId> tickets;
    for (const ServiceSubject &subject : subjects)
        tickets.append(subject.ticket);
    auto rows = db.run("sla/list_changes", {{":tickets", tickets}});
    if (!rows)
        return fail(rows.error());
    QHash<TicketId, QList<ServiceChange>> changes;
    while (rows->next()) {
        changes[rows->id<TicketId>(0)].append({.at = rows->time(1),
                                               .field = rows->text(2),
                                               .before = rows->text(3),
                                               .after = rows->text(4)});
    }
    QHash<TicketId, ServiceHistory> histories;
    for (const ServiceSubject &subject : subjects)
        histories.insert(subject.ticket, historyOf(subject, changes.value(subject.ticket)));
    return histories;
}

} // namespace Deskbell::Server
