// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/e2e/drivenapp.h"
#include "tests/support/server/runningserver.h"
#include "tests/tour/camera.h"

#include <memory>

namespace Deskbell::Tour {

/// What the scenes of one theme share: the server, the camera, and the apps of three people.
class Stage
{
public:
    /// `theme` as the settings name it: "light", "dark".
    Stage(Test::RunningServer &server, Camera &camera, const QString &theme);

    Test::RunningServer &server() { return m_server; }
    Camera &camera() { return m_camera; }
    const QString &theme() const { return m_theme; }

    /// An app in this theme that nobody is signed in to yet.
    std::unique_ptr<Test::DrivenApp> newApp() const;
    /// The apps of John Smith, Jane Doe and the administrator; null where nobody could sign in.
    Test::DrivenApp *agent() { return signedIn(m_agent, u"John Smith"); }
    Test::DrivenApp *requester() { return signedIn(m_requester, u"Jane Doe"); }
    Test::DrivenApp *administrator() { return signedIn(m_administrator, u"Admin"); }

private:
    Test::DrivenApp *signedIn(std::unique_ptr<Test::DrivenApp> &app, QStringView user);

    Test::RunningServer &m_server;
    Camera &m_camera;
    QString m_theme;
    std::unique_ptr<Test::DrivenApp> m_agent;
    std::unique_ptr<Test::DrivenApp> m_requester;
    std::unique_ptr<Test::DrivenApp> m_administrator;
};

/// One thing that somebody does, with its pictures. False when it could not be played to its end.
using Scene = bool (*)(Stage &stage);

struct NamedScene
{
    const char *name;
    Scene play;
};

/// All, in the order of the tour. Each leaves the windows as it found them.
QList<NamedScene> allScenes();

// Signing in.
bool signingIn(Stage &stage);
bool signingUp(Stage &stage);
// The desk as an agent sees it.
bool deskOfAnAgent(Stage &stage);
bool fileOfATicket(Stage &stage);
bool internalNote(Stage &stage);
bool cannedReplies(Stage &stage);
bool menusOfATicket(Stage &stage);
bool commandPalette(Stage &stage);
bool ownKeys(Stage &stage);
bool manyTickets(Stage &stage);
bool ticketsMerged(Stage &stage);
bool workOnATicket(Stage &stage);
bool listNarrowed(Stage &stage);
bool finding(Stage &stage);
bool columnsOfAView(Stage &stage);
bool ticketEdited(Stage &stage);
bool ticketInItsOwnWindow(Stage &stage);
// The main job.
bool newRequest(Stage &stage);
bool requestSolved(Stage &stage);
bool homeOfARequester(Stage &stage);
bool requestFromATemplate(Stage &stage);
// Approvals and sight.
bool approvals(Stage &stage);
bool approvalInATicket(Stage &stage);
bool whoCanSeeThis(Stage &stage);
// Being told, and working side by side.
bool notifications(Stage &stage);
bool workingTogether(Stage &stage);
// What administrators do.
bool people(Stage &stage);
bool rightsOfAPerson(Stage &stage);
bool roleMatrix(Stage &stage);
bool desksAndTheirParts(Stage &stage);
bool organisations(Stage &stage);
bool dashboard(Stage &stage);
bool cannedRepliesKept(Stage &stage);
bool serviceLevels(Stage &stage);
bool activityLog(Stage &stage);
bool workflows(Stage &stage);
bool workflowEditor(Stage &stage);
// The program itself.
bool settings(Stage &stage);
bool helpWindows(Stage &stage);
bool german(Stage &stage);
// Trouble.
bool sessionEnded(Stage &stage);
bool serverGone(Stage &stage);
bool notSentYet(Stage &stage);

} // namespace Deskbell::Tour
