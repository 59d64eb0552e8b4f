// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QList>

namespace Deskbell::Tour {

/// The application object of the tour: measures how long the window thread is busy with each event,
/// which is how long a person waits for a key to show its effect.
class TourApplication : public QApplication
{
public:
    struct Stall
    {
        qint64 ms;
        QString what; ///< "Deskbell::App::TicketPane ticketPane: LayoutRequest"
    };

    using QApplication::QApplication;

    static TourApplication &instance();

    bool notify(QObject *receiver, QEvent *event) override;
    /// What runs now is the tour's own work and not measured.
    void forgive();
    /// The longest ones, longest first.
    const QList<Stall> &longest() const { return m_longest; }

private:
    struct Running
    {
        QElapsedTimer clock;
        int loopLevel;
        bool counts;
    };
    void record(qint64 ms, const char *className, const QString &name, int eventType);

    QList<Running> m_running; ///< events in events, the outermost first
    QList<Stall> m_longest;
};

} // namespace Deskbell::Tour
