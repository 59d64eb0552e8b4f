// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/systemtheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;
constexpr uint preferDark = 1; // 0: no preference, 2: light

} // namespace

SystemTheme::SystemTheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask();
}

void SystemTheme::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call << appearance << colorScheme;
    auto *watcher
            = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            settingChanged(appearance, colorScheme, reply.value());
    });
}

void SystemTheme::settingChanged(const QString &group, const QString &key,
                                 const QDBusVariant &value)
{
    if (group != appearance || key != colorScheme)
        return;
    // Read() wraps the value once more than the signal does.
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>())
        scheme = scheme.value<QDBusVariant>().variant();
    Q_EMIT prefersDarkChanged(scheme.toUInt() == preferDark);
}

} // namespace Deskbell::App
