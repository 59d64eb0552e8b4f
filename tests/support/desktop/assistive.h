// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Deskbell::Test {

/// One thing on the screen as a screen reader sees it, in a program of another process.
struct Accessible
{
    QString service;
    QString path;
    QString name = {};
    QString role = {}; ///< "push button", "text", "list item", …
    bool isShowing = false;
    bool isEnabled = false;
};

/// What assistive technology does, through AT-SPI: looks for programs, reads what they show,
/// presses and types. Waits for the program it asks, not for anything of this process.
class AssistiveTechnology
{
public:
    AssistiveTechnology();

    /// False when the desktop has no accessibility bus.
    bool isConnected() const { return m_bus.isConnected(); }
    /// The program of that name, once it is there.
    std::optional<Accessible> program(const QString &name) const;

    QList<Accessible> children(const Accessible &parent) const;
    /// All that is showing below, parents first.
    QList<Accessible> showing(const Accessible &root) const;
    /// The first that is showing, of that role and with that name, once there is one.
    std::optional<Accessible> find(const Accessible &root, const QString &role,
                                   const QString &name) const;

    /// Does the first thing that can be done with it: presses a button, opens a menu.
    bool press(const Accessible &target) const;
    /// Puts the text in place of what is there.
    bool type(const Accessible &target, const QString &text) const;
    QString text(const Accessible &target) const;

    static constexpr int patience = 20'000; ///< ms

private:
    Accessible read(const QString &service, const QString &path) const;
    QVariant ask(const Accessible &target, const QString &interface, const QString &method,
                 const QVariantList &arguments = {}) const;
    QVariant property(const Accessible &target, const QString &interface,
                      const QString &name) const;

    QDBusConnection m_bus;
};

} // namespace Deskbell::Test
