// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/id.h"
#include "common/base/jsonwriter.h"

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace Deskbell;

// What an id must not become by accident.
static_assert(!std::is_convertible_v<qint64, TicketId>);
static_assert(!std::is_convertible_v<TicketId, qint64>);
static_assert(!std::is_convertible_v<AccountId, TicketId>);
static_assert(!std::is_constructible_v<TicketId, AccountId>);

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validity();
    void order();
    void json();
};

void IdTest::validity()
{
    QVERIFY(!TicketId().isValid());
    QVERIFY(!TicketId(0).isValid());
    QVERIFY(!TicketId(-1).isValid());
    QVERIFY(TicketId(1).isValid());
    QCOMPARE(TicketId(7).value(), 7);
}

void IdTest::order()
{
    QVERIFY(TicketId(1) < TicketId(2));
    QCOMPARE(TicketId(2), TicketId(2));
    const QSet<TicketId> set{TicketId(1), TicketId(2), TicketId(1)};
    QCOMPARE(set.size(), 2);
}

void IdTest::json()
{
    QVERIFY(idToJson(TicketId()).isNull());
    QCOMPARE(idToJson(TicketId(9007199254740993)).toInteger(), 9007199254740993);
    QCOMPARE(idsToJson(QList{TicketId(3), TicketId(1)}), (QJsonArray{3, 1}));
}

QTEST_APPLESS_MAIN(IdTest)
#include "tst_id.moc"
