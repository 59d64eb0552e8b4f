// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"

#include "app/shell/mainwindow.h"

#include <QScreen>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

Stage::Stage(RunningServer &server, Camera &camera, const QString &theme)
    : m_server(server)
    , m_camera(camera)
    , m_theme(theme)
{}

std::unique_ptr<DrivenApp> Stage::newApp() const
{
    auto app = std::make_unique<DrivenApp>();
    app->context().settings.set(Keys::language, u"en"_s);
    app->context().settings.set(Keys::themeMode, m_theme);
    return app;
}

DrivenApp *Stage::signedIn(std::unique_ptr<DrivenApp> &app, QStringView user)
{
    if (!app) {
        app = newApp();
        if (!app->signIn(m_server.address(), user.toString())) {
            app.reset();
            return nullptr;
        }
    }
    MainWindow *window = app->window();
    // At 200 % the screen is small.
    const QSize room = window->screen()->availableSize();
    if (window->frameSize().width() > room.width() || window->frameSize().height() > room.height())
        window->showMaximized();
    return Hand::activate(window) ? app.get() : nullptr;
}

QList<NamedScene> allScenes()
{
    return {{"signing in", signingIn},
            {"signing up", signingUp},
            {"the desk of an agent", deskOfAnAgent},
            {"a file of a ticket", fileOfATicket},
            {"an internal note", internalNote},
            {"canned replies", cannedReplies},
            {"menus of a ticket", menusOfATicket},
            {"the command palette", commandPalette},
            {"keys of one's own", ownKeys},
            {"many tickets at once", manyTickets},
            {"tickets merged", ticketsMerged},
            {"work on a ticket", workOnATicket},
            {"a list narrowed", listNarrowed},
            {"finding", finding},
            {"columns of a view", columnsOfAView},
            {"a ticket edited", ticketEdited},
            {"a ticket in a window of its own", ticketInItsOwnWindow},
            {"a new request", newRequest},
            {"a request solved", requestSolved},
            {"home", homeOfARequester},
            {"a request from a template", requestFromATemplate},
            {"approvals", approvals},
            {"approval in a ticket", approvalInATicket},
            {"who can see this", whoCanSeeThis},
            {"notifications", notifications},
            {"working together", workingTogether},
            {"people", people},
            {"rights of a person", rightsOfAPerson},
            {"roles", roleMatrix},
            {"desks", desksAndTheirParts},
            {"organisations", organisations},
            {"the dashboard", dashboard},
            {"canned replies kept", cannedRepliesKept},
            {"service levels", serviceLevels},
            {"the activity log", activityLog},
            {"workflows", workflows},
            {"workflow editor", workflowEditor},
            {"settings", settings},
            {"help", helpWindows},
            {"German", german},
            {"a session that ended", sessionEnded},
            {"a server that is gone", serverGone},
            {"not sent yet", notSentYet}};
}

} // namespace Deskbell::Tour
