// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace Deskbell::Server {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal in the event loop of the thread that made this; a
/// second one while the first is being obeyed ends the process. SIGPIPE is ignored. One per
/// process.
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    TerminationSignals();
    ~TerminationSignals() override;

Q_SIGNALS:
    void received();

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Deskbell::Server
