// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/worklog/checklist.h"
#include "common/worklog/timeentry.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

namespace {

/// "field:key field:key", or nothing when it can be read.
template <class T>
QString faultsOf(const QJsonObject &object)
{
    const auto value = fromJson<T>(object);
    if (value)
        return {};
    QStringList faults;
    for (const FieldError &field : value.error().fields)
        faults.append(field.field + u':' + QString::fromLatin1(field.key));
    return faults.join(u' ');
}

template <class T>
bool survives(const T &value)
{
    const auto back = fromJson<T>(toJson(value));
    return back && *back == value;
}

} // namespace

/// Checklists and time spent over the wire.
class WorklogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void refuses_data();
    void refuses();
};

void WorklogTest::roundTrips()
{
    const PersonRef jane{.id = AccountId(7), .displayName = u"Jane Doe"_s};
    QVERIFY(survives(ChecklistItem{.id = ChecklistItemId(1), .text = u"Order it"_s}));
    QVERIFY(survives(ChecklistItem{.id = ChecklistItemId(1),
                                   .text = u"Order it"_s,
                                   .done = true,
                                   .doneBy = jane,
                                   .doneAt = *timeFromWire(u"2026-11-21T09:30:00.123Z")}));
    QVERIFY(survives(ChecklistItemDraft{.text = u"Order it"_s}));
    QVERIFY(survives(ChecklistItemDraft{.text = u"Order it"_s, .done = true, .position = 3}));
    QVERIFY(survives(ChecklistItemPatch{}));
    QVERIFY(survives(ChecklistItemPatch{.text = u"Pay it"_s, .done = false, .position = 0}));
    const QDate day(2026, 11, 21);
    QVERIFY(survives(TimeEntry{.id = TimeEntryId(2),
                               .person = jane,
                               .minutes = 90,
                               .day = day,
                               .note = u"On the phone"_s}));
    QVERIFY(survives(TimeEntryDraft{.minutes = 5, .day = day}));
    QVERIFY(survives(TimeEntryPatch{}));
    QVERIFY(survives(TimeEntryPatch{.minutes = 1440, .day = day, .note = QString(u""_s)}));
}

void WorklogTest::refuses_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    const QString day = u"2026-11-21"_s;
    QTest::newRow("no text") << faultsOf<ChecklistItemDraft>({}) << u"text:required"_s;
    QTest::newRow("only spaces") << faultsOf<ChecklistItemDraft>({{u"text"_s, u"  "_s}})
                                 << u"text:required"_s;
    QTest::newRow("long text") << faultsOf<ChecklistItemDraft>({{u"text"_s, QString(501, u'x')}})
                               << u"text:too_long"_s;
    QTest::newRow("far away") << faultsOf<ChecklistItemPatch>({{u"position"_s, 100}})
                              << u"position:out_of_range"_s;
    QTest::newRow("before the first")
            << faultsOf<ChecklistItemPatch>({{u"position"_s, -1}}) << u"position:out_of_range"_s;
    QTest::newRow("emptied") << faultsOf<ChecklistItemPatch>({{u"text"_s, u""_s}})
                             << u"text:required"_s;
    QTest::newRow("nothing spent") << faultsOf<TimeEntryDraft>({{u"minutes"_s, 0}, {u"day"_s, day}})
                                   << u"minutes:out_of_range"_s;
    QTest::newRow("more than a day")
            << faultsOf<TimeEntryDraft>({{u"minutes"_s, 1441}, {u"day"_s, day}})
            << u"minutes:out_of_range"_s;
    QTest::newRow("no day") << faultsOf<TimeEntryDraft>({{u"minutes"_s, 5}}) << u"day:required"_s;
    QTest::newRow("no such day") << faultsOf<TimeEntryDraft>(
            {{u"minutes"_s, 5}, {u"day"_s, u"2026-02-30"_s}})
                                 << u"day:invalid"_s;
    QTest::newRow("a moment") << faultsOf<TimeEntryDraft>(
            {{u"minutes"_s, 5}, {u"day"_s, day + u"T10:00:00Z"_s}})
                              << u"day:invalid"_s;
    QTest::newRow("day of another kind")
            << faultsOf<TimeEntryPatch>({{u"day"_s, 20261121}}) << u"day:wrong_type"_s;
    QTest::newRow("long note") << faultsOf<TimeEntryPatch>({{u"note"_s, QString(501, u'x')}})
                               << u"note:too_long"_s;
}

void WorklogTest::refuses()
{
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QCOMPARE(found, expected);
}

QTEST_APPLESS_MAIN(WorklogTest)
#include "tst_worklog.moc"
