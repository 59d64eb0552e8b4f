// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/eventtext.h"

#include "app/accounts/accountsmodel.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Deskbell::App::EventText {

namespace {

QString orNothing(const QString &text)
{
    return text.isEmpty() ? QCoreApplication::translate("EventText", "nothing") : text;
}

/// The words for a value as the details of an event carry it: a person, a team, a list of tags, …
QString words(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QJsonValue name = object.contains("displayName"_L1) ? object.value("displayName"_L1)
                                                                  : object.value("name"_L1);
        return name.toString();
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(words(part));
        return parts.join(u", "_s);
    }
    return value.toVariant().toString();
}

QString oldToNew(const QString &before, const QString &after)
{
    return orNothing(before) + u" → "_s + orNothing(after);
}

QString changeOf(const QJsonObject &details)
{
    return oldToNew(words(details.value("old"_L1)), words(details.value("new"_L1)));
}

QString person(const TimelineEntry &entry)
{
    return entry.author ? entry.author->displayName
                        : QCoreApplication::translate("EventText", "The system");
}

QString roleOf(const TimelineEntry &entry)
{
    const QString role = entry.details.value("role"_L1).toString();
    return AccountText::role(role, role);
}

/// Why it could be nobody's turn.
QString nobodyChosen(const TimelineEntry &entry)
{
    const auto waiting = fromWire<StepWaiting>(entry.details.value("waiting"_L1).toString());
    return TicketText::waiting(waiting.value_or(StepWaiting::NoHolders), roleOf(entry));
}

QString escalation(const TimelineEntry &entry)
{
    const QString to = words(entry.details.value("new"_L1));
    if (to.isEmpty()) {
        return QCoreApplication::translate("EventText", "%1 escalated the ticket. %2")
                .arg(person(entry), nobodyChosen(entry));
    }
    return QCoreApplication::translate("EventText", "%1 escalated the ticket to %2 (%3)")
            .arg(person(entry), to, roleOf(entry));
}

QString assignment(const TimelineEntry &entry)
{
    const QJsonObject before = entry.details.value("old"_L1).toObject();
    const QJsonObject after = entry.details.value("new"_L1).toObject();
    if (entry.details.contains("role"_L1)) {
        return QCoreApplication::translate("EventText", "It is the turn of %1 (%2)")
                .arg(words(after), roleOf(entry));
    }
    if (after.isEmpty())
        return QCoreApplication::translate("EventText", "%1 released the ticket")
                .arg(person(entry));
    const AccountId assignee(after.value("id"_L1).toInteger());
    if (entry.author && entry.author->id == assignee)
        return QCoreApplication::translate("EventText", "%1 took the ticket").arg(person(entry));
    if (before.isEmpty())
        return QCoreApplication::translate("EventText", "%1 assigned the ticket to %2")
                .arg(person(entry), words(after));
    return QCoreApplication::translate("EventText", "%1 reassigned the ticket: %2")
            .arg(person(entry), oldToNew(words(before), words(after)));
}

QString priorityName(const QJsonValue &wire)
{
    const auto value = fromWire<Priority>(wire.toString());
    return value ? TicketText::priority(*value) : wire.toString();
}

QString timeName(const QJsonValue &wire)
{
    const QDateTime time = QDateTime::fromString(wire.toString(), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString();
}

QString fieldChanges(const TimelineEntry &entry)
{
    const QJsonObject fields = entry.details.value("fields"_L1).toObject();
    QStringList changes;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        changes.append(it.key() + u": "_s + changeOf(it.value().toObject()));
    return changes.isEmpty() ? QCoreApplication::translate("EventText", "%1 changed the fields")
                                       .arg(person(entry))
                             : person(entry) + u" · "_s + changes.join(u", "_s);
}

QString transfer(const TimelineEntry &entry)
{
    const QJsonObject after = entry.details.value("new"_L1).toObject();
    QStringList targets;
    for (const auto name : {"team"_L1, "assignee"_L1}) {
        if (const QString target = words(after.value(name)); !target.isEmpty())
            targets.append(target);
    }
    return QCoreApplication::translate("EventText", "%1 transferred the ticket to %2")
            .arg(person(entry), orNothing(targets.join(u", "_s)));
}

QString mainPart(const TimelineEntry &entry)
{
    const QJsonObject &details = entry.details;
    switch (*entry.event) {
    case TimelineEvent::Created:
        return QCoreApplication::translate("EventText", "%1 opened the ticket").arg(person(entry));
    case TimelineEvent::Status:
        return person(entry) + u" · "_s
               + oldToNew(TicketText::status(details.value("old"_L1).toString(),
                                             details.value("oldLabel"_L1).toString()),
                          TicketText::status(details.value("new"_L1).toString(),
                                             details.value("newLabel"_L1).toString()));
    case TimelineEvent::Assignment: return assignment(entry);
    case TimelineEvent::Transfer: return transfer(entry);
    case TimelineEvent::Escalation: return escalation(entry);
    case TimelineEvent::NobodyChosen: return nobodyChosen(entry);
    case TimelineEvent::Team:
        return QCoreApplication::translate("EventText", "%1 changed the team: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::Priority:
        return QCoreApplication::translate("EventText", "%1 changed the priority: %2")
                .arg(person(entry), oldToNew(priorityName(details.value("old"_L1)),
                                             priorityName(details.value("new"_L1))));
    case TimelineEvent::Category:
        return QCoreApplication::translate("EventText", "%1 changed the category: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::Title:
        return QCoreApplication::translate("EventText", "%1 changed the title: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::Description:
        return QCoreApplication::translate("EventText", "%1 changed the description")
                .arg(person(entry));
    case TimelineEvent::Requester:
        return QCoreApplication::translate("EventText", "%1 changed the requester: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::Tags:
        return QCoreApplication::translate("EventText", "%1 changed the tags: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::DueDate:
        return QCoreApplication::translate("EventText", "%1 changed the due date: %2")
                .arg(person(entry), oldToNew(timeName(details.value("old"_L1)),
                                             timeName(details.value("new"_L1))));
    case TimelineEvent::Visibility:
        return QCoreApplication::translate("EventText", "%1 changed who may see the ticket")
                .arg(person(entry));
    case TimelineEvent::CustomFields: return fieldChanges(entry);
    case TimelineEvent::AttachmentAdded:
        return QCoreApplication::translate("EventText", "%1 attached %2")
                .arg(person(entry), details.value("fileName"_L1).toString());
    case TimelineEvent::AttachmentRemoved:
        return QCoreApplication::translate("EventText", "%1 removed the file %2")
                .arg(person(entry), details.value("fileName"_L1).toString());
    case TimelineEvent::Deleted:
        return QCoreApplication::translate("EventText", "%1 deleted the ticket").arg(person(entry));
    case TimelineEvent::Restored:
        return QCoreApplication::translate("EventText", "%1 restored the ticket")
                .arg(person(entry));
    case TimelineEvent::Worked:
        return QCoreApplication::translate("EventText", "%1 worked on the ticket")
                .arg(person(entry));
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const TimelineEntry &entry)
{
    if (!entry.event)
        return {};
    QString text = mainPart(entry);
    for (const auto name : {"reason"_L1, "comment"_L1}) {
        if (const QString reason = entry.details.value(name).toString(); !reason.isEmpty())
            text += u" · "_s + reason;
    }
    return text;
}

} // namespace Deskbell::App::EventText
