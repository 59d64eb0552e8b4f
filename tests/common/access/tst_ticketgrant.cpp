// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/ticketgrant.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

template <class T>
QStringList grantFaults(const QByteArray &json)
{
    return faultsOf(fromJsonBytes<T>(json));
}

template <class T>
bool isSame(const T &value)
{
    const auto result = fromJson<T>(toJson(value));
    return result && *result == value;
}

} // namespace

/// Who is let into restricted tickets, on the wire.
class TicketGrantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void refused_data();
    void refused();
    void ticketsByIdOrNumber();
};

void TicketGrantTest::roundTrips()
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1, Qt::UTC);
    const PersonRef jane{.id = AccountId(3), .displayName = u"Jane"_s};
    QVERIFY(isSame(TicketGrant{.id = TicketGrantId(1), .person = jane, .createdAt = time}));
    QVERIFY(isSame(TicketGrant{.id = TicketGrantId(1),
                               .role = RoleRef{.id = RoleId(2), .name = u"Lead"_s},
                               .createdBy = jane,
                               .createdAt = time}));
    QVERIFY(isSame(TicketGrantDraft{.person = AccountId(3)}));
    QVERIFY(isSame(TicketGrantDraft{.role = u"lead"_s}));
    QVERIFY(isSame(AccessRequestDraft{.ticket = u"HD-7"_s, .reason = u"Why not"_s}));
    QVERIFY(isSame(AccessRequestReceipt{}));
    QVERIFY(isSame(AccessRequest{.id = AccessRequestId(1),
                                 .ticket = {.id = TicketId(7), .number = u"HD-7"_s},
                                 .person = jane,
                                 .reason = u"Why not"_s,
                                 .createdAt = time}));
    QVERIFY(isSame(AccessDecision{.decision = ApprovalDecision::Reject, .comment = u"No"_s}));
    QVERIFY(isSame(
            TicketSeer{.person = jane, .reasons = {SightReason::Requester, SightReason::ViewAll}}));
}

void TicketGrantTest::refused_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &found, const QStringList &expected) {
        QTest::newRow(name) << found << expected;
    };
    row("nobody", grantFaults<TicketGrantDraft>("{}"), {u"person:required"_s});
    row("both", grantFaults<TicketGrantDraft>(R"({"person":1,"role":"lead"})"),
        {u"role:invalid"_s});
    row("no ticket", grantFaults<AccessRequestDraft>(R"({"reason":"r"})"), {u"ticket:required"_s});
    row("no id", grantFaults<AccessRequestDraft>(R"({"ticket":0,"reason":"r"})"),
        {uR"(ticket:out_of_range{"max":9223372036854775807,"min":1})"_s});
    row("a list", grantFaults<AccessRequestDraft>(R"({"ticket":[],"reason":"r"})"),
        {u"ticket:wrong_type"_s});
    row("no reason", grantFaults<AccessRequestDraft>(R"({"ticket":1,"reason":" "})"),
        {u"reason:required"_s});
    row("no decision", grantFaults<AccessDecision>("{}"), {u"decision:required"_s});
}

void TicketGrantTest::refused()
{
    QFETCH(const QStringList, found);
    QTEST(found, "expected");
}

void TicketGrantTest::ticketsByIdOrNumber()
{
    const auto ticket = [](const QByteArray &json) {
        return fromJsonBytes<AccessRequestDraft>(json)->ticket;
    };
    QCOMPARE(ticket(R"({"ticket":7,"reason":"r"})"), u"7"_s);
    QCOMPARE(ticket(R"({"ticket":" HD-7 ","reason":"r"})"), u"HD-7"_s);
}

QTEST_APPLESS_MAIN(TicketGrantTest)
#include "tst_ticketgrant.moc"
