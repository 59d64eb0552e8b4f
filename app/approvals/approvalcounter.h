// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"

#include <QObject>
#include <QTimer>

namespace Deskbell::App {

class MainWindow;
struct AppContext;

/// Keeps the number beside "Approvals" true: decisions and requests for access that wait for this
/// person. Asks the server when an event says that it may have changed, bundled.
class ApprovalCounter : public QObject
{
    Q_OBJECT

public:
    ApprovalCounter(AppContext &context, MainWindow &window);

    void refreshSoon();

private:
    void refresh();
    template <class T>
    void count(const Api::Request &request, int &part);

    AppContext &m_context;
    MainWindow &m_window;
    QTimer m_pause;
    int m_generation = 0;
    int m_decisions = 0;
    int m_requests = 0;
};

} // namespace Deskbell::App
