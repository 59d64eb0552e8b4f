// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/watchedapplication.h"

#include <QList>

namespace Deskbell::Tour {

/// The application object of the tour: keeps the events that made a person wait longest.
class TourApplication : public App::WatchedApplication
{
public:
    struct Stall
    {
        qint64 ms;
        QString what; ///< "Deskbell::App::TicketPane ticketPane: LayoutRequest"
    };

    using WatchedApplication::WatchedApplication;

    static TourApplication &instance();

    /// The longest ones over the limit, longest first.
    const QList<Stall> &longest() const { return m_longest; }

protected:
    void stalled(qint64 ms, const QString &what) override;

private:
    QList<Stall> m_longest;
};

} // namespace Deskbell::Tour
