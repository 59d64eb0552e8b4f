// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/notificationsettings.h"

#include "common/base/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr auto clockForm = "HH:mm"_L1;

void readClock(JsonReader &reader, QLatin1StringView name, QTime &time)
{
    QString text;
    reader.text(name, text, Presence::Required);
    if (reader.isDescribing() || !reader.isSound(name))
        return;
    const QTime parsed = QTime::fromString(text, QString(clockForm));
    if (parsed.isValid())
        time = parsed;
    else
        reader.fault(name, "invalid");
}

} // namespace

void read(JsonReader &reader, NotificationChoice &choice)
{
    reader.enumValue("kind"_L1, choice.kind, Presence::Required);
    reader.flag("inApp"_L1, choice.inApp, Presence::Required);
    reader.flag("onDesktop"_L1, choice.onDesktop, Presence::Required);
}

QJsonObject toJson(const NotificationChoice &choice)
{
    return {{u"kind"_s, QString(toWire(choice.kind))},
            {u"inApp"_s, choice.inApp},
            {u"onDesktop"_s, choice.onDesktop}};
}

void read(JsonReader &reader, QuietHours &hours)
{
    reader.flag("enabled"_L1, hours.enabled, Presence::Required);
    readClock(reader, "from"_L1, hours.from);
    readClock(reader, "to"_L1, hours.to);
}

QJsonObject toJson(const QuietHours &hours)
{
    return {{u"enabled"_s, hours.enabled},
            {u"from"_s, hours.from.toString(QString(clockForm))},
            {u"to"_s, hours.to.toString(QString(clockForm))}};
}

NotificationChoice NotificationSettings::choice(NotificationKind kind) const
{
    const auto found
            = std::find_if(choices.cbegin(), choices.cend(),
                           [kind](const NotificationChoice &one) { return one.kind == kind; });
    if (found != choices.cend())
        return *found;
    const NotificationRow &row = rowOf(kind);
    return {.kind = kind, .inApp = row.inApp, .onDesktop = row.onDesktop};
}

bool NotificationSettings::isQuiet(const QDateTime &now, const QTimeZone &zone) const
{
    if (quietUntil.isValid() && now < quietUntil)
        return true;
    if (!quietHours.enabled)
        return false;
    const QTime clock = now.toTimeZone(zone).time();
    if (quietHours.from <= quietHours.to)
        return clock >= quietHours.from && clock < quietHours.to;
    return clock >= quietHours.from || clock < quietHours.to;
}

void read(JsonReader &reader, NotificationSettings &settings)
{
    reader.children("choices"_L1, settings.choices, Presence::Required);
    reader.child("quietHours"_L1, settings.quietHours, Presence::Required);
    reader.time("quietUntil"_L1, settings.quietUntil, Presence::RequiredNullable);
}

QJsonObject toJson(const NotificationSettings &settings)
{
    return {{u"choices"_s, listToJson(settings.choices)},
            {u"quietHours"_s, toJson(settings.quietHours)},
            {u"quietUntil"_s, timeToJson(settings.quietUntil)}};
}

void read(JsonReader &reader, NotificationSettingsPatch &patch)
{
    reader.children("choices"_L1, patch.choices, Presence::Optional);
    reader.child("quietHours"_L1, patch.quietHours, Presence::Optional);
    reader.time("quietUntil"_L1, patch.quietUntil, Presence::Nullable);
}

QJsonObject toJson(const NotificationSettingsPatch &patch)
{
    QJsonObject object;
    if (!patch.choices.isEmpty())
        object[u"choices"_s] = listToJson(patch.choices);
    if (patch.quietHours)
        object[u"quietHours"_s] = toJson(*patch.quietHours);
    if (patch.quietUntil)
        object[u"quietUntil"_s] = timeToJson(*patch.quietUntil);
    return object;
}

QList<FieldError> validate(const NotificationSettingsPatch &patch)
{
    QList<FieldError> faults;
    QList<NotificationKind> kinds;
    for (qsizetype i = 0; i < patch.choices.size(); ++i) {
        const NotificationChoice &choice = patch.choices[i];
        const QString field = u"choices[%1]"_s.arg(i);
        if (kinds.contains(choice.kind))
            faults.append({.field = field + u".kind"_s, .key = "not_unique"});
        kinds.append(choice.kind);
        if (choice.onDesktop && !choice.inApp)
            faults.append({.field = field + u".onDesktop"_s, .key = "needs_app"});
    }
    return faults;
}

} // namespace Deskbell
