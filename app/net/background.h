// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace Deskbell::App {

/// Runs `work` on another thread and hands what it returns to `done` on the window thread, unless
/// `guard` died. `work` touches nothing but what it was given: it may outlive everything else.
template <class Work, class Done>
void inBackground(QObject *guard, Work work, Done done)
{
    QThreadPool::globalInstance()->start(
            [alive = QPointer(guard), work = std::move(work), done = std::move(done)]() mutable {
                auto result = work();
                QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [alive, result = std::move(result), done = std::move(done)]() mutable {
                            if (alive)
                                done(std::move(result));
                        },
                        Qt::QueuedConnection);
            });
}

} // namespace Deskbell::App
