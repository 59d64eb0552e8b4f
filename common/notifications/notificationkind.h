// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

#include <QString>

namespace Deskbell {

/// Why somebody is told of something, the most important first: of what one act means to somebody,
/// they are told the first that holds.
enum class NotificationKind {
    ApprovalWanted,
    ApprovalStuck,
    AccessRequested,
    Mentioned,
    SlaBreached,
    Assigned,
    SlaWarning,
    ApprovalDecided,
    Requested,
    WatcherAdded,
    Workflow,
    ClosingSoon,
    Replied,
    Noted,
    StatusChanged,
    Changed,
};

/// Whether following a ticket without a sound keeps somebody from being told.
enum class Muting {
    Possible,
    Never, ///< it is addressed to them by name
};

/// A row of the one table of kinds: the name on the wire, the line in English that the settings
/// show, translated, and what holds for who has chosen nothing.
struct NotificationRow
{
    NotificationKind value;
    std::string_view name;
    std::string_view description;
    bool inApp;
    bool onDesktop;
    Muting muting;
};

template <>
struct WireEnum<NotificationKind>
{
    static constexpr auto names = std::to_array<NotificationRow>({
            {NotificationKind::ApprovalWanted, "approval_wanted",
             QT_TRANSLATE_NOOP("NotificationKind", "I am asked to approve something"), true, true,
             Muting::Never},
            {NotificationKind::ApprovalStuck, "approval_stuck",
             QT_TRANSLATE_NOOP("NotificationKind", "Nobody can decide on an approval"), true, true,
             Muting::Never},
            {NotificationKind::AccessRequested, "access_requested",
             QT_TRANSLATE_NOOP("NotificationKind", "Somebody asks to see a restricted ticket"),
             true, true, Muting::Never},
            {NotificationKind::Mentioned, "mentioned",
             QT_TRANSLATE_NOOP("NotificationKind", "Somebody mentions me"), true, true,
             Muting::Never},
            {NotificationKind::SlaBreached, "sla_breached",
             QT_TRANSLATE_NOOP("NotificationKind", "A service level of a ticket of mine is missed"),
             true, true, Muting::Possible},
            {NotificationKind::Assigned, "assigned",
             QT_TRANSLATE_NOOP("NotificationKind", "A ticket is assigned to me"), true, true,
             Muting::Never},
            {NotificationKind::SlaWarning, "sla_warning",
             QT_TRANSLATE_NOOP("NotificationKind",
                               "A service level of a ticket of mine is about to be missed"),
             true, true, Muting::Possible},
            {NotificationKind::ApprovalDecided, "approval_decided",
             QT_TRANSLATE_NOOP("NotificationKind", "What I asked for is approved or refused"), true,
             true, Muting::Possible},
            {NotificationKind::Requested, "requested",
             QT_TRANSLATE_NOOP("NotificationKind", "A request is made in my name"), true, true,
             Muting::Possible},
            {NotificationKind::WatcherAdded, "watcher_added",
             QT_TRANSLATE_NOOP("NotificationKind", "Somebody adds me to the watchers of a ticket"),
             true, false, Muting::Possible},
            {NotificationKind::Workflow, "workflow",
             QT_TRANSLATE_NOOP("NotificationKind", "The workflow says that I should know"), true,
             true, Muting::Possible},
            {NotificationKind::ClosingSoon, "closing_soon",
             QT_TRANSLATE_NOOP("NotificationKind", "A ticket of mine is about to be closed"), true,
             true, Muting::Possible},
            {NotificationKind::Replied, "replied",
             QT_TRANSLATE_NOOP("NotificationKind", "A ticket of mine, or one I watch, is answered"),
             true, true, Muting::Possible},
            {NotificationKind::Noted, "noted",
             QT_TRANSLATE_NOOP("NotificationKind", "Somebody adds a note to a ticket of mine"),
             true, false, Muting::Possible},
            {NotificationKind::StatusChanged, "status_changed",
             QT_TRANSLATE_NOOP("NotificationKind", "The status of a ticket of mine changes"), true,
             false, Muting::Possible},
            {NotificationKind::Changed, "changed",
             QT_TRANSLATE_NOOP("NotificationKind", "Something else changes in a ticket I watch"),
             true, false, Muting::Possible},
    });
};

/// The row of a kind.
const NotificationRow &rowOf(NotificationKind kind);

/// Its line for the settings, in English.
QString descriptionOf(NotificationKind kind);

} // namespace Deskbell
