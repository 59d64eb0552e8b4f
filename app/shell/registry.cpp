// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/registry.h"

#include "app/net/session.h"

namespace Deskbell::App {

Visible holding(Permission permission)
{
    return [permission](const Session &session) {
        return session.can(permission);
    };
}

void showTo(QAction *action, const Session &session, const Visible &visible)
{
    const auto follow = [action, &session, visible] {
        action->setVisible(visible(session));
    };
    QObject::connect(&session, &Session::accountChanged, action, follow);
    follow();
}

void Registry::registerPage(const QString &id, EntrySpec::Section section, const Text &title,
                            const QString &icon, const Visible &visible,
                            std::function<PageWidget *(AppContext &, MainWindow &)> create)
{
    registerPage({.id = id, .create = std::move(create)});
    registerEntry({.id = id,
                   .page = id,
                   .section = section,
                   .title = title,
                   .icon = icon,
                   .visible = visible});
}

} // namespace Deskbell::App
