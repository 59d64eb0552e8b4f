// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketfilter.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class TicketFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItReads();
    void defaults();
    void everything();
    void values_data();
    void values();
    void refused_data();
    void refused();
};

namespace {

Result<TicketFilter> filterOf(const QByteArray &query)
{
    return parseQuery(query).and_then(fromQuery<TicketFilter>);
}

} // namespace

void TicketFilterTest::defaults()
{
    const auto filter = filterOf("");
    QVERIFY(filter);
    QCOMPARE(*filter, TicketFilter{});
    QVERIFY(toQuery(*filter).isEmpty());
}

void TicketFilterTest::everything()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC);
    const TicketFilter filter{.ids = {TicketId(1), TicketId(2)},
                              .numbers = {u"HD-1"_s, u"IT-2"_s},
                              .statuses = {u"new"_s, u"on_hold"_s},
                              .statusCategories = {StatusCategory::Open, StatusCategory::Hold},
                              .priorities = {Priority::Urgent},
                              .desks = {DeskId(1)},
                              .categories = {CategoryId(4)},
                              .assignee = {.me = true, .none = true, .ids = {AccountId(7)}},
                              .requester = {.ids = {AccountId(8)}},
                              .team = {.me = true},
                              .tags = {u"vpn"_s, u"größe"_s},
                              .createdAfter = time,
                              .createdBefore = time.addDays(1),
                              .updatedAfter = time.addDays(2),
                              .updatedBefore = time.addDays(3),
                              .dueAfter = time.addDays(4),
                              .dueBefore = time.addDays(5),
                              .deleted = DeletedTickets::With,
                              .search = u"100% \"no\" & print+er"_s,
                              .sort = TicketSort::Priority,
                              .order = Qt::AscendingOrder,
                              .page = {.pageSize = 50, .cursor = u"abc"_s, .byCursor = true},
                              .countUpTo = 1000};
    const auto readBack = filterOf(formatQuery(toQuery(filter)));
    QVERIFY2(readBack, qPrintable(faultsOf(readBack).join(u' ')));
    QCOMPARE(*readBack, filter);
}

void TicketFilterTest::values_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("normal");
    QTest::newRow("spaces and repetition in lists") << "status=new,%20new%20,closed"_ba
                                                    << "status=new,closed"_ba;
    QTest::newRow("numbers as people type them") << "number=hd-7"_ba
                                                 << "number=HD-7"_ba;
    QTest::newRow("ascending") << "sort=createdAt"_ba
                               << "sort=createdAt"_ba;
    QTest::newRow("descending") << "sort=-createdAt"_ba
                                << "sort=-createdAt"_ba;
    QTest::newRow("the default order said") << "sort=-updatedAt"_ba
                                            << ""_ba;
    QTest::newRow("words of the search trimmed") << "q=+a++b+"_ba
                                                 << "q=a%20%20b"_ba;
    QTest::newRow("empty search") << "q="_ba
                                  << ""_ba;
    QTest::newRow("only deleted") << "deleted=true"_ba
                                  << "deleted=true"_ba;
    QTest::newRow("not deleted") << "deleted=false"_ba
                                 << ""_ba;
}

void TicketFilterTest::values()
{
    QFETCH(QByteArray, query);
    const auto filter = filterOf(query);
    QVERIFY2(filter, qPrintable(faultsOf(filter).join(u' ')));
    QTEST(formatQuery(toQuery(*filter)), "normal");
}

void TicketFilterTest::refused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *query, const char *fault) {
        QTest::newRow(query) << QByteArray(query) << QStringList{QString::fromLatin1(fault)};
    };
    row("colour=red", "colour:unknown_field");
    row("status=", "status:required");
    row("status=,", "status:required");
    row("priority=huge", "priority:unknown_value");
    row("priority=low,huge", "priority:unknown_value");
    row("statusCategory=Open", "statusCategory:unknown_value");
    row("assignee=you", "assignee:invalid");
    row("assignee=-1", "assignee:invalid");
    row("assignee=1;2", "assignee:invalid");
    row("desk=me", "desk:invalid");
    row("id=0", "id:invalid");
    row("number=1042", "number:invalid");
    row("createdAfter=2026", "createdAfter:invalid");
    row("deleted=maybe", "deleted:unknown_value");
    row("sort=colour", "sort:unknown_value");
    row("sort=--title", "sort:unknown_value");
    row("sort=", "sort:required");
    row("status=a&status=b", "status:not_unique");
    row("countUpTo=0", "countUpTo:out_of_range{\"max\":100000,\"min\":1}");
    row("countUpTo=100001", "countUpTo:out_of_range{\"max\":100000,\"min\":1}");
    QTest::newRow("search one too long")
            << "q="_ba + QByteArray(501, 'x') << QStringList{u"q:too_long{\"max\":500}"_s};
    QByteArray many = "id=1";
    for (int i = 2; i <= 101; ++i)
        many += ',' + QByteArray::number(i);
    QTest::newRow("list one too long") << many << QStringList{u"id:too_long{\"max\":100}"_s};
    QTest::newRow("several") << "priority=x&page=0&z=1&desk=a"_ba
                             << QStringList({u"priority:unknown_value"_s, u"desk:invalid"_s,
                                             u"page:out_of_range{\"max\":2147483647,\"min\":1}"_s,
                                             u"z:unknown_field"_s});
}

void TicketFilterTest::refused()
{
    QFETCH(QByteArray, query);
    const auto filter = filterOf(query);
    QTEST(faultsOf(filter), "faults");
    QCOMPARE(filter.error().code, ErrorCode::Invalid);
}

void TicketFilterTest::tellsWhatItReads()
{
    // Each is known to the reader, and every field has its two orders.
    const QJsonArray parameters = parametersOf<TicketFilter>();
    QStringList names;
    for (const QJsonValue &parameter : parameters) {
        const QString name = parameter["name"_L1].toString();
        names.append(name);
        const auto wrong = fromQuery<TicketFilter>({{name, u" "_s}, {name, u"x"_s}});
        QVERIFY(!wrong);
        for (const FieldError &fault : wrong.error().fields)
            QVERIFY2(fault.key != "unknown_field", qPrintable(name));
        if (name == "sort"_L1)
            QCOMPARE(parameter["schema"_L1]["enum"_L1].toArray().size(),
                     2 * wireNames<TicketSort>().size());
    }
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    for (const char *promised :
         {"status", "statusCategory", "priority", "desk", "category", "assignee", "requester",
          "team", "tag", "createdAfter", "createdBefore", "updatedAfter", "updatedBefore",
          "deleted", "q", "sort", "page", "pageSize", "cursor"})
        QVERIFY2(names.contains(QLatin1StringView(promised)), promised);
}

QTEST_APPLESS_MAIN(TicketFilterTest)
#include "tst_ticketfilter.moc"
