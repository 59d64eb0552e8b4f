// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QList>

namespace Deskbell::App {

/// An application object that measures how long the window thread is busy with each event, which is
/// how long a person waits for a key to show its effect. What takes longer than stallLimit is
/// warned of in debug builds, and told to stalled() in all.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    static constexpr qint64 stallLimit = 50; ///< ms

    bool notify(QObject *receiver, QEvent *event) override;
    /// What runs now is meant to take its time and not measured.
    void forgive();

protected:
    /// `what`: "Deskbell::App::TicketPane ticketPane: LayoutRequest".
    virtual void stalled(qint64 ms, const QString &what);

private:
    struct Running
    {
        QElapsedTimer clock;
        int loopLevel;
        bool counts;
    };
    QList<Running> m_running; ///< events in events, the outermost first
};

} // namespace Deskbell::App
