// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QLocalServer;

namespace Deskbell::App {

/// One running program per person. A second start hands its arguments to the first and ends. A
/// first that died leaves nothing behind that could keep others from starting.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);

    /// Whether another instance took the arguments: then this one has nothing to do. Otherwise this
    /// is the first (or the only one that can be reached) and messages arrive here from now on.
    bool handOver(const QStringList &arguments);

Q_SIGNALS:
    void messageReceived(const QStringList &arguments);

private:
    bool send(const QStringList &arguments);
    void listen();
    void accept();

    QString m_name;
    QLocalServer *m_server = nullptr;
};

} // namespace Deskbell::App
