// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/paging.h"
#include "common/tickets/ticket.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class TicketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheInterfaceShowsIt();
    void roundTrip();
    void strict_data();
    void strict();
    void page();
};

namespace {

const char *const answer = R"({
    "id":12,"number":"HD-1042","desk":{"id":1,"key":"HD","name":"Help desk"},"title":"Printer","description":"",
    "status":"in_progress","statusLabel":"In progress","statusCategory":"open","statusReason":"","priority":"high","category":null,
    "requester":{"id":7,"displayName":"Jane Doe"},"customerId":7,
    "assignee":{"id":8,"displayName":"John Smith"},"assignedTo":8,"team":{"id":2,"name":"First line"},
    "visibility":"internal","tags":["print"],"dueAt":null,
    "serviceLevel":{"target":"first_response","state":"running","dueAt":"2026-11-21T10:30:00.000Z","warnAt":"2026-11-21T10:15:00.000Z"},
    "approvalTemplate":{"id":4,"name":"Purchase"},"customFields":{"room":"B1"},
    "createdAt":"2026-11-21T09:30:00.123Z","createdBy":{"id":7,"displayName":"Jane Doe"},
    "updatedAt":"2026-11-21T09:31:00.000Z","updatedBy":{"id":8,"displayName":"John Smith"},
    "firstResponseAt":null,"resolvedAt":null,"closedAt":null,"deletedAt":null,
    "reopenCount":0,"viewCount":3,"version":4})";

Ticket sample()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30, 0, 123), Qt::UTC);
    return {.id = TicketId(12),
            .number = u"HD-1042"_s,
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .title = u"Printer"_s,
            .status = u"resolved"_s,
            .statusCategory = StatusCategory::Resolved,
            .category = CategoryRef{.id = CategoryId(5), .name = u"Hardware"_s},
            .requester = {.id = AccountId(7), .displayName = u"Jane Doe"_s},
            .serviceLevel = ServiceLevel{.state = SlaState::Met},
            .createdAt = time,
            .updatedAt = time,
            .resolvedAt = time,
            .version = 9,
            .details
            = TicketDetails{.allowedTransitions = {{.to = u"closed"_s, .label = u"Close"_s}},
                            .allowedActions = {TicketAction::Reply, TicketAction::Close},
                            .attachments = {{.id = AttachmentId(1),
                                             .ticketId = TicketId(12),
                                             .fileName = u"a.png"_s,
                                             .mediaType = u"image/png"_s,
                                             .size = 5'000'000'000,
                                             .sha256 = QString(64, u'0'),
                                             .createdAt = time}},
                            .replies = {{.id = TimelineEntryId(3),
                                         .ticketId = TicketId(12),
                                         .kind = TimelineKind::Reply,
                                         .message = u"Done"_s,
                                         .isSolution = true,
                                         .createdAt = time}},
                            .serviceClocks = ServiceClocks{
                                    .reckonedAt = time,
                                    .resolution = TargetClock{
                                            .state = SlaState::Met,
                                            .dueAt = time,
                                            .reachedAt = time,
                                            .policy = {.id = SlaPolicyId(2), .name = u"Usual"_s},
                                            .timeZone = u"UTC"_s,
                                            .goalMinutes = 60,
                                            .usedSeconds = 90,
                                            .pieces = {{.from = time, .to = time}}}}}};
}

} // namespace

void TicketTest::asTheInterfaceShowsIt()
{
    const auto ticket = fromJsonBytes<Ticket>(answer);
    QVERIFY2(ticket, qPrintable(faultsOf(ticket).join(u' ')));
    QCOMPARE(ticket->number, u"HD-1042"_s);
    QCOMPARE(ticket->assignee->displayName, u"John Smith"_s);
    QVERIFY(!ticket->category);
    QCOMPARE(ticket->team->id, TeamId(2));
    QVERIFY(!ticket->details);
    QCOMPARE(toJson(*ticket), object(answer));
}

void TicketTest::roundTrip()
{
    const auto ticket = fromJson<Ticket>(toJson(sample()));
    QVERIFY2(ticket, qPrintable(faultsOf(ticket).join(u' ')));
    QCOMPARE(*ticket, sample());
}

void TicketTest::strict_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *member, const QJsonValue &value, const QString &fault) {
        QTest::addRow("%s: %s", member, qPrintable(fault))
                << QString::fromLatin1(member) << value << fault;
    };
    for (const QString &member : object(answer).keys())
        row(qPrintable(member), QJsonValue::Undefined, member + u":required"_s);
    row("priority", u"enormous"_s, u"priority:unknown_value"_s);
    row("statusCategory", 3, u"statusCategory:wrong_type"_s);
    row("requester", QJsonValue::Null, u"requester:required"_s);
    row("createdAt", u"2026-11-21 09:30:00"_s, u"createdAt:invalid"_s);
    row("assignedTo", 9, u"assignedTo:invalid"_s);
    row("customerId", 9, u"customerId:invalid"_s);
    row("surprise", 1, u"surprise:unknown_field"_s);
    row("allowedActions", QJsonArray{}, u"allowedTransitions:required"_s);
}

void TicketTest::strict()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    QJsonObject json = object(answer);
    if (value.isUndefined())
        json.remove(member);
    else
        json[member] = value;
    const QStringList faults = faultsOf(fromJson<Ticket>(json));
    QVERIFY2(faults.contains(fault), qPrintable(faults.join(u' ')));
}

void TicketTest::page()
{
    const QJsonObject json{{u"data"_s, QJsonArray{object(answer), toJson(sample())}},
                           {u"pagination"_s, toJson(numberedPagination({}, 2, {}))}};
    const auto page = fromJson<Page<Ticket>>(json);
    QVERIFY2(page, qPrintable(faultsOf(page).join(u' ')));
    QCOMPARE(page->data.size(), 2);
    QCOMPARE(page->data[1], sample());
    QCOMPARE(page->pagination.total, 2);

    QJsonObject broken = json;
    broken[u"data"_s] = QJsonArray{object(answer), QJsonObject{}};
    const QStringList faults = faultsOf(fromJson<Page<Ticket>>(broken));
    QVERIFY(faults.contains(u"data[1].title:required"_s));
}

QTEST_APPLESS_MAIN(TicketTest)
#include "tst_ticket.moc"
