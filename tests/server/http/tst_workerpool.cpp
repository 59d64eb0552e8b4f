// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/workerpool.h"
#include "tests/support/server/gate.h"

#include <QSet>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

using namespace Deskbell::Http;
using namespace Deskbell::Testing;

class TestWorkerPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsInOrder();
    void refusesWhenFull();
    void continuesBeyondTheBound();
    void waitsUntilIdle();
    void stopRunsWhatIsQueued();
    void dropsAfterStop();
    void prefersTheWarmThread();
    void manyProducers();
};

void TestWorkerPool::runsInOrder()
{
    HttpMetrics metrics;
    WorkerPool pool({.threads = 1}, metrics);
    QList<int> order;
    for (int i = 0; i < 100; ++i)
        QVERIFY(pool.tryPost([&order, i] { order.append(i); }));
    pool.waitIdle();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(order.value(i), i);
}

void TestWorkerPool::refusesWhenFull()
{
    HttpMetrics metrics;
    Gate gate;
    WorkerPool pool({.threads = 1, .queue = 2}, metrics);
    QVERIFY(pool.tryPost([&] { gate.pass(); }));
    QVERIFY(gate.waitFor());
    QVERIFY(pool.tryPost([] {}));
    QVERIFY(pool.tryPost([] {}));
    QCOMPARE(metrics.queueLength.load(), 2);
    QVERIFY(!pool.tryPost([] { QFAIL("must not run"); }));
    gate.open();
    pool.waitIdle();
    QCOMPARE(metrics.queueLength.load(), 0);
    QVERIFY(pool.tryPost([] {}));
}

void TestWorkerPool::continuesBeyondTheBound()
{
    HttpMetrics metrics;
    Gate gate;
    std::atomic<int> ran = 0;
    WorkerPool pool({.threads = 1, .queue = 1}, metrics);
    QVERIFY(pool.tryPost([&] { gate.pass(); }));
    QVERIFY(gate.waitFor());
    for (int i = 0; i < 5; ++i)
        pool.post([&ran] { ++ran; });
    gate.open();
    pool.waitIdle();
    QCOMPARE(ran.load(), 5);
}

void TestWorkerPool::waitsUntilIdle()
{
    HttpMetrics metrics;
    WorkerPool pool({.threads = 4}, metrics);
    pool.waitIdle(); // nothing to wait for
    std::atomic<int> ran = 0;
    // Jobs that post jobs: idle is when those have run, too.
    for (int i = 0; i < 50; ++i) {
        pool.post([&] {
            pool.post([&ran] { ++ran; });
            ++ran;
        });
    }
    pool.waitIdle();
    QCOMPARE(ran.load(), 100);
}

void TestWorkerPool::stopRunsWhatIsQueued()
{
    HttpMetrics metrics;
    std::atomic<int> ran = 0;
    std::atomic<int> started = 0;
    std::atomic<int> ended = 0;
    WorkerPool pool({.threads = 2,
                     .queue = 100,
                     .threadStarted = [&started] { ++started; },
                     .threadEnding =
                             [&ended] {
                                 ++ended;
                             }},
                    metrics);
    for (int i = 0; i < 100; ++i)
        pool.post([&ran] { ++ran; });
    pool.stop();
    QCOMPARE(ran.load(), 100);
    QCOMPARE(started.load(), 2);
    QCOMPARE(ended.load(), 2);
}

void TestWorkerPool::dropsAfterStop()
{
    HttpMetrics metrics;
    WorkerPool pool({.threads = 1}, metrics);
    pool.stop();
    const auto held = std::make_shared<int>();
    QVERIFY(!pool.tryPost([held] { QFAIL("must not run"); }));
    pool.post([held] { QFAIL("must not run"); });
    QCOMPARE(held.use_count(), 1);
}

void TestWorkerPool::prefersTheWarmThread()
{
    HttpMetrics metrics;
    std::mutex mutex;
    QSet<Qt::HANDLE> used;
    WorkerPool pool({.threads = 8}, metrics);
    pool.post([] {});
    pool.waitIdle();
    Gate gate;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(pool.tryPost([&] {
            const std::lock_guard lock(mutex);
            used.insert(QThread::currentThreadId());
        }));
        pool.waitIdle();
    }
    // One after the other keeps to few threads; in turn would have used all eight.
    QVERIFY2(used.size() < 8, qPrintable(QString::number(used.size())));
}

void TestWorkerPool::manyProducers()
{
    HttpMetrics metrics;
    std::atomic<int> ran = 0;
    std::atomic<int> accepted = 0;
    {
        WorkerPool pool({.threads = 4, .queue = 16}, metrics);
        std::vector<std::unique_ptr<QThread>> producers;
        for (int i = 0; i < 4; ++i) {
            producers.emplace_back(QThread::create([&] {
                for (int j = 0; j < 5'000; ++j) {
                    if (pool.tryPost([&ran] { ++ran; }))
                        ++accepted;
                }
            }));
            producers.back()->start();
        }
        for (const auto &producer : producers)
            producer->wait();
    }
    QVERIFY(accepted.load() > 0);
    QCOMPARE(ran.load(), accepted.load());
}

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
