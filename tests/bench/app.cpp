// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/app.h"

#include "app/shell/mainwindow.h"
#include "app/tickets/ticketlistmodel.h"
#include "server/accounts/passwordhasher.h"
#include "tests/bench/interrupt.h"
#include "tests/bench/samples.h"
#include "tests/support/e2e/drivenapp.h"
#include "tests/tour/tourapplication.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

using namespace Test;

constexpr int starts = 5;
constexpr double startBudget = 400; // ms
constexpr int keys = 50;            // as many as a page has
constexpr double keyBudget = 50;    // ms
constexpr double eventBudget = 100; // ms
constexpr int manyRows = 100'000;
constexpr double frameBudget = 16;   // ms
constexpr double memoryBudget = 150; // MB
constexpr qint64 stallBudget = 50;   // ms

double msOf(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// p50 and p99, with the p99 judged.
Row percentileRow(const QString &name, const std::vector<double> &ms, double budget)
{
    return {.measure = name,
            .ours = u"p50 %1, p99 %2"_s.arg(inMs(median(ms)), inMs(percentile(ms, 0.99))),
            .floor = shareOfCore(),
            .budget = u"p99 <= %1"_s.arg(inMs(budget)),
            .verdict = verdictOf(percentile(ms, 0.99) <= budget)};
}

/// Waits until a change of the list's model has been painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QAbstractItemView *view)
    {
        view->viewport()->installEventFilter(this);
        connect(view->model(), &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    m_changed |= first.row() <= m_row && m_row <= last.row();
                });
        // A row that moves in the order was changed as well.
        connect(view->model(), &QAbstractItemModel::rowsMoved, this, [this] { m_changed = true; });
    }

    /// How long from now until `act` shows in that row; null when it does not.
    std::optional<double> time(int row, const std::function<void()> &act)
    {
        m_row = row;
        m_changed = m_painted = false;
        m_clock.start();
        act();
        if (!Hand::until([this] { return m_painted; }))
            return std::nullopt;
        return m_ms;
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The picture is on the screen when what paints it has returned.
        if (event->type() == QEvent::Paint && m_changed && !m_painted) {
            QTimer::singleShot(0, this, [this] {
                if (!std::exchange(m_painted, true))
                    m_ms = msOf(m_clock);
            });
        }
        return false;
    }

private:
    int m_row = -1;
    bool m_changed = false;
    bool m_painted = false;
    double m_ms = 0;
    QElapsedTimer m_clock;
};

bool isShown(qint64 process)
{
    QProcess search;
    search.start(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--pid"_s,
                                QString::number(process), u"--name"_s, u"."_s});
    return search.waitForFinished() && search.exitCode() == 0;
}

/// The real program, from nothing to its sign-in window.
Row measureStart()
{
    const QString name = u"app: start to the sign-in window"_s;
    std::vector<double> ms;
    for (int i = 0; i < starts && !Interrupt::requested(); ++i) {
        const QTemporaryDir folder;
        QProcess app;
        app.setStandardErrorFile(QProcess::nullDevice());
        QElapsedTimer clock;
        clock.start();
        app.start(QCoreApplication::applicationDirPath() + u"/deskbell"_s,
                  {u"--settings"_s, folder.filePath(u"app.ini"_s)});
        const bool began = app.waitForStarted();
        while (began && !isShown(app.processId()) && clock.elapsed() < Hand::patience) {
        }
        ms.push_back(msOf(clock));
        app.terminate();
        if (!app.waitForFinished()) {
            app.kill();
            app.waitForFinished();
        }
        if (!began || ms.back() > Hand::patience)
            return failedRow(name, u"its window does not come"_s);
    }
    return {.measure = name,
            .ours = u"median %1 of %2"_s.arg(inMs(median(ms))).arg(starts),
            .budget = u"<= %1"_s.arg(inMs(startBudget)),
            .verdict = verdictOf(median(ms) <= startBudget)};
}

bool signIn(TestBed &bed, DrivenApp &app)
{
    const auto hash = Server::PasswordHasher().hash(demoPassword);
    if (!hash)
        return false;
    auto set = bed.db().runText(u"UPDATE ticket.account SET password_hash = :hash WHERE id = :id"_s,
                                {{":hash", *hash}, {":id", TestBed::account(0)}});
    return set && app.signIn(bed.server().address(), u"person%1"_s.arg(TestBed::account(0)))
           && app.showEntry(u"tickets.open"_s)
           && Hand::until([&] { return app.list()->model()->rowCount() >= keys; });
}

/// "Take" on one row after the other.
Row measureKeys(DrivenApp &app)
{
    const QString name = u"app: triage key to painted row"_s;
    QAbstractItemView *list = app.list();
    PaintWatch watch(list);
    std::vector<double> ms;
    for (int row = 0; int(ms.size()) < keys && !Interrupt::requested(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (!index.isValid())
            break;
        list->setCurrentIndex(index);
        QTest::qWait(100); // its ticket is read, as when one looks at it before one takes it
        const auto took
                = watch.time(list->currentIndex().row(), [&] { app.pressInList(Qt::Key_A); });
        if (!took)
            return failedRow(name, u"nothing is painted"_s);
        ms.push_back(*took);
    }
    return percentileRow(name, ms, keyBudget);
}

/// Somebody else changes the priority of a ticket that is shown. With their whole request.
Row measureEvents(const TestBed &bed, DrivenApp &app)
{
    const QString name = u"app: event to painted row, with the whole request"_s;
    QAbstractItemView *list = app.list();
    list->scrollToTop();
    PaintWatch watch(list);
    std::vector<double> ms;
    for (int i = 0; i < keys && !Interrupt::requested(); ++i) {
        const int row = i % 5;
        const auto ticket = list->model()
                                    ->index(row, 0)
                                    .data(App::TicketListModel::TicketRole)
                                    .value<Ticket>();
        const QByteArray target = "/tickets/" + QByteArray::number(ticket.id.value());
        const QByteArray change = ticket.priority == Priority::Low ? R"({"priority":"high"})"_ba
                                                                   : R"({"priority":"low"})"_ba;
        std::thread other;
        const auto took = watch.time(
                row, [&] { other = std::thread([&] { bed.ask(1, "PATCH", target, change); }); });
        other.join();
        if (!took)
            return failedRow(name, u"nothing is painted"_s);
        ms.push_back(*took);
        QTest::qWait(50); // nobody changes tickets faster than that
    }
    return percentileRow(name, ms, eventBudget);
}

double ownMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype line = text.indexOf("VmRSS:");
    return text.mid(line + 6, text.indexOf("kB", line) - line - 6).trimmed().toDouble() / 1024;
}

/// Reads the list of all tickets as scrolling does, then scrolls through it a screen at a time.
void measureLongList(const TestBed &bed, DrivenApp &app, Table &table)
{
    const int wanted = int(std::min<qint64>(manyRows, bed.tickets() * 9 / 10));
    const QString name = u"app: %1 tickets in the list, "_s.arg(wanted);
    if (!app.showEntry(u"tickets.all"_s))
        return table.add(failedRow(name, u"the view is not there"_s));
    QAbstractItemView *list = app.list();
    QAbstractItemModel *model = list->model();
    int before = -1;
    while (model->rowCount() < wanted && model->rowCount() > before && !Interrupt::requested()) {
        before = model->rowCount();
        model->fetchMore({});
        if (!Hand::until([&] { return model->rowCount() > before; }))
            return table.add(failedRow(name, u"the list ends after %1"_s.arg(before)));
    }
    QTest::qWait(500); // what is left over from reading
    const double memory = ownMemory();
    constexpr int frames = 500;
    std::vector<double> ms;
    QScrollBar *bar = list->verticalScrollBar();
    for (int frame = 0; frame < frames && !Interrupt::requested(); ++frame) {
        QElapsedTimer clock;
        clock.start();
        bar->setValue(int(qint64(bar->maximum() - bar->pageStep()) * frame / frames));
        list->viewport()->repaint();
        ms.push_back(msOf(clock));
    }
    table.add(percentileRow(name + u"a frame of scrolling"_s, ms, frameBudget));
    table.add({.measure = name + u"memory of the bench, app and all"_s,
               .ours = u"%1 MB"_s.arg(memory, 0, 'f', 0),
               .budget = u"<= %1 MB"_s.arg(memoryBudget),
               .verdict = verdictOf(memory <= memoryBudget)});
}

Row longestStall()
{
    const auto longest = Tour::TourApplication::instance().longest().value(0);
    return {.measure = u"app: longest stall of the window thread in all this"_s,
            .ours = u"%1 ms (%2)"_s.arg(longest.ms).arg(longest.what),
            .budget = u"<= %1 ms"_s.arg(stallBudget),
            .verdict = verdictOf(longest.ms <= stallBudget)};
}

} // namespace

void measureApp(TestBed &bed, Table &table)
{
    table.add(measureStart());
    table.add({.measure = u"app: start to a filled list from the cache"_s,
               .ours = u"there is no cache yet"_s});
    DrivenApp app;
    if (Interrupt::requested() || !signIn(bed, app))
        return table.add(failedRow(u"app"_s, u"it cannot sign in"_s));
    table.add(measureKeys(app));
    table.add(measureEvents(bed, app));
    measureLongList(bed, app, table);
    table.add(longestStall());
}

} // namespace Deskbell::Bench
