// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/notifications/notificationkind.h"

#include <QTime>
#include <QTimeZone>

namespace Deskbell {

/// Where somebody wants to learn of a kind of thing. What is shown on the desktop is in the list as
/// well: nothing is told by a message alone that is gone when one looks.
struct NotificationChoice
{
    NotificationKind kind = NotificationKind::Changed;
    bool inApp = true;
    bool onDesktop = true;

    friend bool operator==(const NotificationChoice &, const NotificationChoice &) = default;
};

void read(JsonReader &reader, NotificationChoice &choice);
QJsonObject toJson(const NotificationChoice &choice);

/// From when to when nothing is shown on the desktop, by the clocks where the person is; it may go
/// past midnight. What comes meanwhile is in the list.
struct QuietHours
{
    bool enabled = false;
    QTime from{20, 0};
    QTime to{7, 0};

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

void read(JsonReader &reader, QuietHours &hours);
QJsonObject toJson(const QuietHours &hours);

struct NotificationSettings
{
    QList<NotificationChoice> choices = {}; ///< of every kind, in the order of the table
    QuietHours quietHours = {};
    QDateTime quietUntil = {}; ///< quiet in any case until then

    /// What holds for a kind.
    NotificationChoice choice(NotificationKind kind) const;
    /// Whether nothing is shown on the desktop now.
    bool isQuiet(const QDateTime &now, const QTimeZone &zone) const;

    friend bool operator==(const NotificationSettings &, const NotificationSettings &) = default;
};

void read(JsonReader &reader, NotificationSettings &settings);
QJsonObject toJson(const NotificationSettings &settings);

/// PATCH /me/notification-settings; kinds that are not named keep their choice.
struct NotificationSettingsPatch
{
    QList<NotificationChoice> choices = {};
    Given<QuietHours> quietHours = {};
    Given<QDateTime> quietUntil = {};

    friend bool operator==(const NotificationSettingsPatch &, const NotificationSettingsPatch &)
            = default;
};

void read(JsonReader &reader, NotificationSettingsPatch &patch);
QJsonObject toJson(const NotificationSettingsPatch &patch);
/// not_unique: a kind twice; needs_app: on the desktop but not in the list.
QList<FieldError> validate(const NotificationSettingsPatch &patch);

} // namespace Deskbell
