// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/popups.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/restclient.h"
#include "tests/support/server/runningserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int tickets = 50;

/// From a key to the moment when a change of the list's model has been painted.
class KeyWatch : public QObject
{
public:
    explicit KeyWatch(QAbstractItemView *view)
        : m_view(view)
    {
        view->viewport()->installEventFilter(this);
        connect(view->model(), &QAbstractItemModel::dataChanged, this,
                [this] { m_changed = true; });
        connect(view->model(), &QAbstractItemModel::rowsMoved, this, [this] { m_changed = true; });
    }

    /// Milliseconds; nothing when nothing is painted.
    std::optional<double> press(DrivenApp &app, Qt::Key key)
    {
        Hand::activate(app.window());
        m_view->setFocus(Qt::OtherFocusReason);
        m_changed = m_painted = false;
        m_clock.start();
        QTest::keyClick(m_view, key);
        if (!Hand::until([this] { return m_painted; }))
            return std::nullopt;
        return m_ms;
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_changed && !m_painted) {
            // The picture is there when what paints it has returned.
            QTimer::singleShot(0, this, [this] {
                if (!std::exchange(m_painted, true))
                    m_ms = double(m_clock.nsecsElapsed()) / 1e6;
            });
        }
        return false;
    }

private:
    QAbstractItemView *m_view;
    bool m_changed = false;
    bool m_painted = false;
    double m_ms = 0;
    QElapsedTimer m_clock;
};

} // namespace

/// Triage as somebody does it all morning: with keys alone, in the real app, against the real
/// server.
class TestTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fiftyByKeysAlone();
    void undoesByKey();
    void changesManyAtOnce();
    void mergesByKeys();

private:
    Ticket at(int row)
    {
        return m_app->list()
                ->model()
                ->index(row, 0)
                .data(TicketListModel::TicketRole)
                .value<Ticket>();
    }
    QJsonObject stored(TicketId ticket)
    {
        return m_admin->get("/tickets/" + QByteArray::number(ticket.value())).json;
    }
    TicketId make(const QString &title);

    RunningServer m_server;
    std::unique_ptr<RestClient> m_jane;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<DrivenApp> m_app;
};

TicketId TestTriage::make(const QString &title)
{
    const auto made = m_jane->post("/tickets", {{u"title"_s, title}});
    if (made.status != 201)
        qFatal("not made");
    return TicketId(made.id());
}

void TestTriage::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    m_jane = std::make_unique<RestClient>(m_server.port());
    QVERIFY(m_jane->signIn(u"jane.doe@example.com"_s, demoPassword).isSuccess());
    m_admin = std::make_unique<RestClient>(m_server.port());
    QVERIFY(m_admin->signIn(u"admin@example.com"_s, demoPassword).isSuccess());
    for (int i = 1; i <= tickets; ++i)
        make(u"Triage %1"_s.arg(i));
    m_app = std::make_unique<DrivenApp>();
    QVERIFY(m_app->signIn(m_server.address(), u"admin@example.com"_s));
    QTRY_COMPARE(m_app->context().events.state(), EventStream::State::Live);
    QVERIFY(m_app->showEntry(u"tickets.all"_s));
    QTRY_VERIFY(m_app->list()->model()->rowCount() >= tickets);
}

/// Take, then resolve, then on to the next, which is selected by itself.
void TestTriage::fiftyByKeysAlone()
{
    QAbstractItemView *list = m_app->list();
    // The order that a day's work does not change.
    m_app->pressInList(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"Triage"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(list->model()->rowCount(), tickets);
    QVERIFY(Hand::until([&] { return list->currentIndex().isValid(); }));
    KeyWatch watch(list);
    std::vector<double> ms;
    QSet<TicketId> done;
    while (done.size() < tickets) {
        // What was changed moves to the top, so what is left is at the bottom.
        if (done.contains(at(list->currentIndex().row()).id))
            m_app->pressInList(Qt::Key_End);
        const TicketId ticket = at(list->currentIndex().row()).id;
        if (done.contains(ticket)) {
            QVERIFY2(Hand::until(
                             [&] { return !done.contains(at(list->model()->rowCount() - 1).id); }),
                     "the tickets that are left do not come to the end of the list");
            continue;
        }
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_E}) {
            const auto took = watch.press(*m_app, key);
            QVERIFY2(took, "nothing is painted");
            ms.push_back(*took);
        }
        done.insert(ticket);
    }
    QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                for (int row = 0; row < tickets; ++row) {
                    if (list->model()->index(row, 0).data(TicketListModel::PendingRole).toBool())
                        return false;
                }
                return true;
            }(),
            Hand::patience);
    const auto admin = m_app->context().session.me().account.id;
    for (const TicketId ticket : std::as_const(done)) {
        const QJsonObject json = stored(ticket);
        QCOMPARE(json["status"_L1].toString(), u"resolved"_s);
        QCOMPARE(json["assignedTo"_L1].toInteger(), admin.value());
    }
    std::sort(ms.begin(), ms.end());
    qInfo("%d keys: p50 %.1f ms, p99 %.1f ms, longest %.1f ms from key to painted row",
          int(ms.size()), ms[ms.size() / 2], ms[ms.size() * 99 / 100 - 1], ms.back());
}

void TestTriage::undoesByKey()
{
    QAbstractItemView *list = m_app->list();
    m_app->pressInList(Qt::Key_Home);
    const TicketId ticket = at(list->currentIndex().row()).id;
    QVERIFY(Hand::until([&] {
        const auto &open = m_app->pane()->ticket();
        return open && open->id == ticket && open->details;
    }));
    const QJsonObject before = stored(ticket);
    const bool closes = before["status"_L1].toString() == "resolved"_L1;
    m_app->pressInList(Qt::Key_E);
    QVERIFY(Hand::until([&] { return stored(ticket)["status"_L1] != before["status"_L1]; }));
    QVERIFY(closes);
    m_app->pressInList(Qt::Key_Z);
    QVERIFY2(Hand::until([&] { return stored(ticket)["status"_L1] == before["status"_L1]; }),
             qPrintable(Popups::of(m_app->window()).texts().join(u'\n')));
    QCOMPARE(stored(ticket)["closedAt"_L1], before["closedAt"_L1]);
    QCOMPARE(stored(ticket)["resolvedAt"_L1], before["resolvedAt"_L1]);
}

/// Marked one by one, given to oneself as one operation, and undone as a whole.
void TestTriage::changesManyAtOnce()
{
    QSet<TicketId> made;
    for (int i = 1; i <= 3; ++i)
        made.insert(make(u"Many %1"_s.arg(i)));
    QVERIFY(m_app->showEntry(u"tickets.unassigned"_s));
    QAbstractItemView *list = m_app->list();
    QVERIFY(Hand::findRow(list, Qt::DisplayRole, u"Many 1"_s).isValid());
    QVERIFY(Hand::findRow(list, Qt::DisplayRole, u"Many 3"_s).isValid());
    m_app->pressInList(Qt::Key_Home);
    for (int step = 0; step < list->model()->rowCount(); ++step) {
        if (made.contains(at(list->currentIndex().row()).id))
            m_app->pressInList(Qt::Key_X);
        m_app->pressInList(Qt::Key_J);
    }
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), made.size());
    m_app->pressInList(Qt::Key_A);
    const auto assigned = [&] {
        return std::count_if(made.cbegin(), made.cend(), [&](TicketId ticket) {
            return !stored(ticket)["assignedTo"_L1].isNull();
        });
    };
    QVERIFY(Hand::until([&] { return assigned() == made.size(); }));
    QVERIFY(Hand::until(
            [&] { return Popups::of(m_app->window()).texts().contains(u"You took 3 tickets"_s); }));
    m_app->pressInList(Qt::Key_Z);
    QVERIFY(Hand::until([&] { return assigned() == 0; }));
}

void TestTriage::mergesByKeys()
{
    const TicketId target = make(u"Blue screen on the laptop"_s);
    const TicketId source = make(u"Blue screen once more"_s);
    QVERIFY(m_jane->post("/tickets/" + QByteArray::number(source.value()) + "/replies",
                         {{u"message"_s, u"It came again"_s}})
                    .isSuccess());
    QVERIFY(m_app->showEntry(u"tickets.open"_s));
    QVERIFY(m_app->openTicket(u"Blue screen once more"_s));
    m_app->pressInList(Qt::Key_M);
    auto *search = Hand::find<QLineEdit>(m_app->window(), u"pickSearch"_s);
    QVERIFY(search);
    QTest::keyClicks(search, u"laptop"_s);
    QWidget *dialog = search->window();
    auto *candidates = Hand::find<QAbstractItemView>(dialog, u"pickList"_s);
    QVERIFY(candidates);
    QVERIFY(Hand::until([&] {
        return candidates->model()->rowCount() == 1 && candidates->currentIndex().isValid();
    }));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(Hand::until([&] { return stored(source)["status"_L1].toString() == "closed"_L1; }));
    QCOMPARE(stored(target)["replies"_L1].toArray().size(), 1);
    // By the key, too, whatever one looks at.
    m_app->pressInList(Qt::Key_Z);
    QVERIFY(Hand::until([&] { return stored(source)["status"_L1].toString() == "new"_L1; }));
    QVERIFY(stored(target)["replies"_L1].toArray().isEmpty());
}

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
