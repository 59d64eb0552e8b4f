// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/watchedapplication.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

class Watched : public WatchedApplication
{
public:
    using WatchedApplication::WatchedApplication;
    QStringList stalls;

protected:
    void stalled(qint64 ms, const QString &what) override
    {
        WatchedApplication::stalled(ms, what);
        stalls.append(what);
    }
};

Watched &watched()
{
    return *static_cast<Watched *>(QCoreApplication::instance());
}

/// Something that keeps the thread busy for so long.
class Busy : public QObject
{
public:
    explicit Busy(int ms)
        : m_ms(ms)
    {
        setObjectName(u"busy"_s);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < m_ms) {
        }
        return true;
    }

private:
    int m_ms;
};

} // namespace

class TestWatchedApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { watched().stalls.clear(); }

    void tellsWhatTakesTooLong();
    void leavesAloneWhatIsQuick();
    void forgivesALoopOfItsOwn();
};

void TestWatchedApplication::tellsWhatTakesTooLong()
{
#ifndef NDEBUG
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"The window thread was busy for \\d+ ms"_s));
#endif
    Busy busy(int(WatchedApplication::stallLimit) + 20);
    QEvent event(QEvent::User);
    QCoreApplication::sendEvent(&busy, &event);
    QCOMPARE(watched().stalls, QStringList{u"QObject busy: User"_s});
}

void TestWatchedApplication::leavesAloneWhatIsQuick()
{
    Busy busy(0);
    QEvent event(QEvent::User);
    QCoreApplication::sendEvent(&busy, &event);
    QVERIFY(!watched().stalls.contains(u"QObject busy: User"_s));
}

/// A menu that stands open keeps nobody waiting.
void TestWatchedApplication::forgivesALoopOfItsOwn()
{
    class Menu : public QObject
    {
    protected:
        bool event(QEvent *event) override
        {
            if (event->type() != QEvent::User)
                return QObject::event(event);
            QEventLoop loop;
            QTimer::singleShot(2 * WatchedApplication::stallLimit, &loop, &QEventLoop::quit);
            loop.exec();
            return true;
        }
    } menu;
    QEvent event(QEvent::User);
    QCoreApplication::sendEvent(&menu, &event);
    QVERIFY(!watched().stalls.contains(u"QObject : User"_s));
}

int main(int argc, char *argv[])
{
    Watched application(argc, argv);
    TestWatchedApplication test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_watchedapplication.moc"
