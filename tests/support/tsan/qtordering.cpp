// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells ThreadSanitizer what Qt orders. Debian's Qt is not instrumented: the sanitizer does not see
// the locks inside an event queue, a wait condition or a semaphore, and takes what travels through
// them for a race. Here, handing something to Qt (posting an event, a queued call or signal,
// starting a runnable or thread, waking a waiter) is a release, and what Qt guarantees to happen
// after it is an acquire. Signals share one point of order, because they do not say who will
// receive them; otherwise it is exactly Qt's order and no more. Runs with TSAN_OPTIONS
// ignore_noninstrumented_modules=1; part of every test of a `tsan` build and of nothing else.
//
// It works by interposition: a program's own definition of an exported Qt function is the one that
// the program's code calls, and passes the call on to Qt. Hence the mangled names.

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QMutex>
#include <QReadWriteLock>
#include <QRunnable>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

#include <dlfcn.h>
#include <functional>
#include <sanitizer/tsan_interface.h>

namespace {

char signalOrder; // only its address matters

template <class Function>
Function *next(const char *symbol)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, symbol));
}

bool orderDelivery(void **receiverAndEvent)
{
    __tsan_acquire(receiverAndEvent[0]);
    __tsan_acquire(&signalOrder);
    return false; // not handled: Qt goes on
}

[[maybe_unused]] const bool registered
        = QInternal::registerCallback(QInternal::EventNotifyCallback, orderDelivery);

/// Stands in for a runnable so that its start is ordered before its run, and its run before the
/// pool's waitForDone().
class OrderedRunnable : public QRunnable
{
public:
    OrderedRunnable(QRunnable *runnable, QThreadPool *pool)
        : m_runnable(runnable)
        , m_pool(pool)
    {
        __tsan_release(this);
    }
    void run() override
    {
        __tsan_acquire(this);
        const bool autoDelete = m_runnable->autoDelete();
        m_runnable->run();
        if (autoDelete)
            delete m_runnable;
        __tsan_release(m_pool);
    }

private:
    QRunnable *m_runnable;
    QThreadPool *m_pool;
};

/// Waiting on a condition gives the mutex up in between, which happens inside Qt.
template <class Wait>
bool orderedWait(QMutex *mutex, Wait wait)
{
    QtTsan::mutexPreUnlock(mutex, 0);
    QtTsan::mutexPostUnlock(mutex, 0);
    const bool woken = wait();
    QtTsan::mutexPreLock(mutex, 0);
    QtTsan::mutexPostLock(mutex, 0, 0);
    return woken;
}

} // namespace

// clang-format off
extern "C" {

void _ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject *receiver, QEvent *event, int priority)
{
    static const auto real = next<void(QObject *, QEvent *, int)>(__func__);
    __tsan_release(receiver);
    real(receiver, event, priority);
}

bool _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
        QObject *receiver, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static const auto real = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(__func__);
    __tsan_release(receiver);
    return real(receiver, slot, type, result);
}

void _ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject *sender, const QMetaObject *object, int signal, void **arguments)
{
    static const auto real = next<void(QObject *, const QMetaObject *, int, void **)>(__func__);
    __tsan_release(&signalOrder);
    real(sender, object, signal, arguments);
}

void _ZN7QObject11deleteLaterEv(QObject *object)
{
    static const auto real = next<void(QObject *)>(__func__);
    __tsan_release(object);
    real(object);
}

void _ZN7QThread5startENS_8PriorityE(QThread *thread, QThread::Priority priority)
{
    static const auto real = next<void(QThread *, QThread::Priority)>(__func__);
    // In the thread, as the last thing it does: orders all of it before wait().
    QObject::connect(thread, &QThread::finished, thread, [thread] { __tsan_release(thread); }, Qt::DirectConnection);
    real(thread, priority);
}

bool _ZN7QThread4waitE14QDeadlineTimer(QThread *thread, QDeadlineTimer deadline)
{
    static const auto real = next<bool(QThread *, QDeadlineTimer)>(__func__);
    const bool ended = real(thread, deadline);
    __tsan_acquire(thread);
    return ended;
}

void _ZN11QThreadPool5startEP9QRunnablei(QThreadPool *pool, QRunnable *runnable, int priority)
{
    static const auto real = next<void(QThreadPool *, QRunnable *, int)>(__func__);
    real(pool, new OrderedRunnable(runnable, pool), priority);
}

void _ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool *pool, std::function<void()> function, int priority)
{
    pool->start(QRunnable::create(std::move(function)), priority);
}

bool _ZN11QThreadPool11waitForDoneEi(QThreadPool *pool, int msecs)
{
    static const auto real = next<bool(QThreadPool *, int)>(__func__);
    const bool done = real(pool, msecs);
    __tsan_acquire(pool);
    return done;
}

bool _ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer(QWaitCondition *condition, QMutex *mutex, QDeadlineTimer deadline)
{
    static const auto real = next<bool(QWaitCondition *, QMutex *, QDeadlineTimer)>(__func__);
    return orderedWait(mutex, [&] { return real(condition, mutex, deadline); });
}

bool _ZN14QWaitCondition4waitEP6QMutexm(QWaitCondition *condition, QMutex *mutex, unsigned long msecs)
{
    static const auto real = next<bool(QWaitCondition *, QMutex *, unsigned long)>(__func__);
    return orderedWait(mutex, [&] { return real(condition, mutex, msecs); });
}

void _ZN10QSemaphore7releaseEi(QSemaphore *semaphore, int n)
{
    static const auto real = next<void(QSemaphore *, int)>(__func__);
    __tsan_release(semaphore);
    real(semaphore, n);
}

void _ZN10QSemaphore7acquireEi(QSemaphore *semaphore, int n)
{
    static const auto real = next<void(QSemaphore *, int)>(__func__);
    real(semaphore, n);
    __tsan_acquire(semaphore);
}

bool _ZN10QSemaphore10tryAcquireEii(QSemaphore *semaphore, int n, int msecs)
{
    static const auto real = next<bool(QSemaphore *, int, int)>(__func__);
    const bool acquired = real(semaphore, n, msecs);
    __tsan_acquire(semaphore);
    return acquired;
}

void _ZN14QReadWriteLock11lockForReadEv(QReadWriteLock *lock)
{
    static const auto real = next<void(QReadWriteLock *)>(__func__);
    real(lock);
    __tsan_acquire(lock);
}

void _ZN14QReadWriteLock12lockForWriteEv(QReadWriteLock *lock)
{
    static const auto real = next<void(QReadWriteLock *)>(__func__);
    real(lock);
    __tsan_acquire(lock);
}

void _ZN14QReadWriteLock6unlockEv(QReadWriteLock *lock)
{
    static const auto real = next<void(QReadWriteLock *)>(__func__);
    __tsan_release(lock);
    real(lock);
}

} // extern "C"
// clang-format on
