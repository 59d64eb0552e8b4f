// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/views/savedview.h"

#include <QObject>
#include <QTimer>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

class NavigationPane;
class Session;
namespace Api {
class Client;
}

/// Keeps the counters of the views pane true: asks the server for all of them, at once and again
/// when something about tickets or views happened (bundled, so that a busy desk does not become a
/// stream of questions).
class ViewCounters : public QObject
{
    Q_OBJECT

public:
    ViewCounters(Api::Client &client, const Session &session, const Clock &clock,
                 NavigationPane &pane, QObject *parent);

    void refreshSoon();

private:
    void refresh();
    void show(const QList<ViewCount> &counts);

    Api::Client &m_client;
    const Session &m_session;
    const Clock &m_clock;
    NavigationPane &m_pane;
    QTimer m_pause;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
