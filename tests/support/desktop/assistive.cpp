// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktop/assistive.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QTest>

namespace Deskbell::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerPatience = 10'000; // ms
constexpr uint passwordTextRole = 40;
// Bits of the state set, as AT-SPI numbers them.
constexpr int enabledState = 8;
constexpr int showingState = 25;

const QString accessible = u"org.a11y.atspi.Accessible"_s;

QDBusConnection accessibilityBus()
{
    const QDBusMessage answer = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
            u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    return QDBusConnection::connectToBus(answer.arguments().value(0).toString(),
                                         u"accessibility"_s);
}

} // namespace

AssistiveTechnology::AssistiveTechnology()
    : m_bus(accessibilityBus())
{}

QVariant AssistiveTechnology::ask(const Accessible &target, const QString &interface,
                                  const QString &method, const QVariantList &arguments) const
{
    QDBusMessage message
            = QDBusMessage::createMethodCall(target.service, target.path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage answer = m_bus.call(message, QDBus::Block, answerPatience);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
}

QVariant AssistiveTechnology::property(const Accessible &target, const QString &interface,
                                       const QString &name) const
{
    const QVariant answer
            = ask(target, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name});
    return answer.value<QDBusVariant>().variant();
}

Accessible AssistiveTechnology::read(const QString &service, const QString &path) const
{
    Accessible found{.service = service, .path = path};
    found.name = property(found, accessible, u"Name"_s).toString();
    // Qt has one name for both kinds of fields; readers go by the number.
    found.role = ask(found, accessible, u"GetRole"_s).toUInt() == passwordTextRole
                         ? u"password text"_s
                         : ask(found, accessible, u"GetRoleName"_s).toString();
    const auto states = qdbus_cast<QList<uint>>(ask(found, accessible, u"GetState"_s));
    const auto has = [&](int state) {
        return bool(states.value(state / 32) & (1U << (state % 32)));
    };
    found.isShowing = has(showingState);
    found.isEnabled = has(enabledState);
    return found;
}

QList<Accessible> AssistiveTechnology::children(const Accessible &parent) const
{
    const QVariant answer = ask(parent, accessible, u"GetChildren"_s);
    QList<Accessible> found;
    if (!answer.canConvert<QDBusArgument>())
        return found;
    const auto list = answer.value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString service;
        QDBusObjectPath path;
        list.beginStructure();
        list >> service >> path;
        list.endStructure();
        found.append(read(service, path.path()));
    }
    list.endArray();
    return found;
}

std::optional<Accessible> AssistiveTechnology::program(const QString &name) const
{
    const Accessible desktop{.service = u"org.a11y.atspi.Registry"_s,
                             .path = u"/org/a11y/atspi/accessible/root"_s};
    std::optional<Accessible> found;
    (void)QTest::qWaitFor(
            [&] {
                for (const Accessible &program : children(desktop)) {
                    if (program.name == name)
                        found = program;
                }
                return found.has_value();
            },
            patience);
    return found;
}

QList<Accessible> AssistiveTechnology::showing(const Accessible &root) const
{
    QList<Accessible> found;
    for (const Accessible &child : children(root)) {
        if (!child.isShowing)
            continue;
        found.append(child);
        found.append(showing(child));
    }
    return found;
}

std::optional<Accessible> AssistiveTechnology::find(const Accessible &root, const QString &role,
                                                    const QString &name) const
{
    std::optional<Accessible> found;
    QStringList others;
    const auto look = [&] {
        others.clear();
        for (const Accessible &one : showing(root)) {
            others.append(u"%1 \"%2\""_s.arg(one.role, one.name));
            if (one.role == role && one.name.startsWith(name) && one.isEnabled) {
                found = one;
                return true;
            }
        }
        return false;
    };
    if (!root.path.isEmpty() && !QTest::qWaitFor(look, patience))
        qWarning("There is no %s \"%s\" among: %s", qPrintable(role), qPrintable(name),
                 qPrintable(others.join(u", "_s)));
    return found;
}

bool AssistiveTechnology::press(const Accessible &target) const
{
    return ask(target, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {0}).toBool();
}

bool AssistiveTechnology::type(const Accessible &target, const QString &text) const
{
    return ask(target, u"org.a11y.atspi.EditableText"_s, u"SetTextContents"_s, {text}).toBool();
}

QString AssistiveTechnology::text(const Accessible &target) const
{
    return ask(target, u"org.a11y.atspi.Text"_s, u"GetText"_s, {0, -1}).toString();
}

} // namespace Deskbell::Test
