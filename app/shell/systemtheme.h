// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace Deskbell::App {

/// Whether the desktop prefers dark windows, as its portal says it (Qt 6.4 cannot). Without a
/// portal it stays as it is: light.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemTheme(QObject *parent = nullptr);

Q_SIGNALS:
    void prefersDarkChanged(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
};

} // namespace Deskbell::App
