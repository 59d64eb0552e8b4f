// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/eventtext.h"

#include "app/accounts/accountsmodel.h"
#include "app/sla/slatext.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"
#include "common/approvals/approvalstate.h"

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
    if (entry.author)
        return entry.author->displayName;
    const QString trigger = entry.details.value("byTrigger"_L1).toString();
    return trigger.isEmpty()
                   ? QCoreApplication::translate("EventText", "The system")
                   : QCoreApplication::translate("EventText", "Trigger “%1”").arg(trigger);
}

/// Of the turn: the role, or the team.
QString poolOf(const TimelineEntry &entry)
{
    if (entry.details.contains("team"_L1))
        return words(entry.details.value("team"_L1));
    const QString role = entry.details.value("role"_L1).toString();
    return AccountText::role(role, role);
}

/// Why it could be nobody's turn.
QString nobodyChosen(const TimelineEntry &entry)
{
    const auto waiting = fromWire<StepWaiting>(entry.details.value("waiting"_L1).toString());
    const StepWaiting reason = waiting.value_or(StepWaiting::NoHolders);
    return entry.details.contains("team"_L1) ? TicketText::waitingForTeam(reason, poolOf(entry))
                                             : TicketText::waiting(reason, poolOf(entry));
}

QString escalation(const TimelineEntry &entry)
{
    const QString to = words(entry.details.value("new"_L1));
    if (to.isEmpty()) {
        return QCoreApplication::translate("EventText", "%1 escalated the ticket. %2")
                .arg(person(entry), nobodyChosen(entry));
    }
    return QCoreApplication::translate("EventText", "%1 escalated the ticket to %2 (%3)")
            .arg(person(entry), to, poolOf(entry));
}

QString assignment(const TimelineEntry &entry)
{
    const QJsonObject before = entry.details.value("old"_L1).toObject();
    const QJsonObject after = entry.details.value("new"_L1).toObject();
    if (entry.details.contains("role"_L1) || entry.details.contains("team"_L1)) {
        return QCoreApplication::translate("EventText", "It is the turn of %1 (%2)")
                .arg(words(after), poolOf(entry));
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

/// A person, or everybody with a role.
QString admitted(const QJsonObject &details)
{
    return words(details.contains("person"_L1) ? details.value("person"_L1)
                                               : details.value("role"_L1));
}

QString vote(const TimelineEntry &entry)
{
    const QJsonObject &details = entry.details;
    const QString step = details.value("step"_L1).toString();
    const QString others = words(details.value("for"_L1));
    const bool approved = details.value("decision"_L1).toString() == "approve"_L1;
    if (!others.isEmpty()) {
        return (approved ? QCoreApplication::translate("EventText", "%1 approved for %2: %3")
                         : QCoreApplication::translate("EventText", "%1 rejected for %2: %3"))
                .arg(person(entry), others, step);
    }
    return (approved ? QCoreApplication::translate("EventText", "%1 approved: %2")
                     : QCoreApplication::translate("EventText", "%1 rejected: %2"))
            .arg(person(entry), step);
}

QString approvalEnd(const QJsonObject &details)
{
    const QString name = details.value("template"_L1).toString();
    const auto state = fromWire<ApprovalState>(details.value("state"_L1).toString());
    switch (state.value_or(ApprovalState::Cancelled)) {
    case ApprovalState::Approved:
        return QCoreApplication::translate("EventText", "Approved: %1").arg(name);
    case ApprovalState::Rejected:
        return QCoreApplication::translate("EventText", "Rejected: %1").arg(name);
    case ApprovalState::Expired:
        return QCoreApplication::translate("EventText", "Nobody decided in time: %1").arg(name);
    default: return QCoreApplication::translate("EventText", "Approval called off: %1").arg(name);
    }
}

QString stuckReason(const QJsonObject &details)
{
    const auto stuck = fromWire<ApprovalStuck>(details.value("stuck"_L1).toString());
    switch (stuck.value_or(ApprovalStuck::TooFewApprovers)) {
    case ApprovalStuck::NoApprovers:
        return QCoreApplication::translate("EventText", "there is nobody to ask");
    case ApprovalStuck::ApproverUnavailable:
        return QCoreApplication::translate("EventText", "somebody who is asked cannot decide");
    case ApprovalStuck::TooFewApprovers:
        return QCoreApplication::translate("EventText", "too few are left who can decide");
    }
    Q_UNREACHABLE();
}

QString reassignment(const TimelineEntry &entry)
{
    const QString before = words(entry.details.value("old"_L1));
    const QString after = words(entry.details.value("new"_L1));
    if (before.isEmpty())
        return QCoreApplication::translate("EventText", "%1 asked %2 to approve, too")
                .arg(person(entry), after);
    return QCoreApplication::translate("EventText", "%1 asked %2 to approve in place of %3")
            .arg(person(entry), after, before);
}

/// The day of a time, by the clocks of this machine.
QDate dayIn(const QJsonValue &time)
{
    return timeFromWire(time.toString()).value_or(QDateTime()).toLocalTime().date();
}

/// Which of the times that a desk promises it is about.
QString promise(const QJsonObject &details)
{
    const auto target = fromWire<ServiceTarget>(details.value("target"_L1).toString());
    return SlaText::target(target.value_or(ServiceTarget::Resolution));
}

/// What people say stands as it is; what the server says is a key.
QString reasonText(const QString &reason)
{
    if (reason == "sla.breached"_L1)
        return QCoreApplication::translate("EventText", "a promised time is over");
    return reason;
}

/// With what it was spent on, where that was said.
QString timeSpent(const TimelineEntry &entry)
{
    const QString time = TimeText::workingTime(entry.details.value("minutes"_L1).toInt());
    const QString note = entry.details.value("note"_L1).toString();
    if (note.isEmpty())
        return QCoreApplication::translate("EventText", "%1 spent %2").arg(person(entry), time);
    return QCoreApplication::translate("EventText", "%1 spent %2: %3")
            .arg(person(entry), time, note);
}

/// What was said went to another ticket or came from one, or that was undone.
QString moved(const TimelineEntry &entry)
{
    const bool away = entry.details.contains("into"_L1);
    const QJsonValue other = entry.details.value(away ? "into"_L1 : "from"_L1);
    const QString text = [&] {
        switch (*entry.event) {
        case TimelineEvent::Merged:
            return away ? QCoreApplication::translate("EventText", "%1 merged the ticket into %2")
                        : QCoreApplication::translate("EventText", "%1 merged %2 into this ticket");
        case TimelineEvent::MergeUndone:
            return away ? QCoreApplication::translate("EventText", "%1 undid the merge into %2")
                        : QCoreApplication::translate("EventText", "%1 undid the merge of %2");
        case TimelineEvent::Split:
            return away ? QCoreApplication::translate("EventText", "%1 split off %2")
                        : QCoreApplication::translate("EventText",
                                                      "%1 split this ticket off from %2");
        default:
            return away ? QCoreApplication::translate("EventText", "%1 took %2 back")
                        : QCoreApplication::translate("EventText", "%1 gave this back to %2");
        }
    }();
    return text.arg(person(entry), other["number"_L1].toString());
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
    case TimelineEvent::Rated:
        return QCoreApplication::translate("EventText", "%1 rated the ticket: %2 of 5")
                .arg(person(entry), QLocale().toString(details.value("score"_L1).toInt()));
    case TimelineEvent::Deleted:
        return QCoreApplication::translate("EventText", "%1 deleted the ticket").arg(person(entry));
    case TimelineEvent::Restored:
        return QCoreApplication::translate("EventText", "%1 restored the ticket")
                .arg(person(entry));
    case TimelineEvent::Worked:
        return QCoreApplication::translate("EventText", "%1 worked on the ticket")
                .arg(person(entry));
    case TimelineEvent::ApprovalTemplate:
        return QCoreApplication::translate("EventText", "%1 changed who has to approve: %2")
                .arg(person(entry), changeOf(details));
    case TimelineEvent::ApprovalStarted:
        return QCoreApplication::translate("EventText", "%1 asked for approval: %2")
                .arg(person(entry), details.value("template"_L1).toString());
    case TimelineEvent::ApprovalVoted: return vote(entry);
    case TimelineEvent::ApprovalStepDone:
        return QCoreApplication::translate("EventText", "Step approved: %1")
                .arg(details.value("step"_L1).toString());
    case TimelineEvent::ApprovalEnded: return approvalEnd(details);
    case TimelineEvent::ApprovalStuck:
        return QCoreApplication::translate("EventText", "The approval is stuck at %1: %2")
                .arg(details.value("step"_L1).toString(), stuckReason(details));
    case TimelineEvent::ApprovalReassigned: return reassignment(entry);
    case TimelineEvent::ApprovalReminded:
        return QCoreApplication::translate("EventText", "Reminder: %1 waits for a decision")
                .arg(details.value("step"_L1).toString());
    case TimelineEvent::AccessGranted:
        return QCoreApplication::translate("EventText", "%1 let %2 see the ticket")
                .arg(person(entry), admitted(details));
    case TimelineEvent::AccessRevoked:
        return QCoreApplication::translate("EventText", "%1 no longer lets %2 see the ticket")
                .arg(person(entry), admitted(details));
    case TimelineEvent::SlaWarning:
        return QCoreApplication::translate("EventText", "%1: little time is left · %2")
                .arg(promise(details), details.value("policy"_L1).toString());
    case TimelineEvent::SlaBreached:
        return QCoreApplication::translate("EventText", "%1: the time is over · %2")
                .arg(promise(details), details.value("policy"_L1).toString());
    case TimelineEvent::ClosingSoon:
        return QCoreApplication::translate("EventText",
                                           "Will be closed on %1 unless somebody answers")
                .arg(QLocale().toString(dayIn(details.value("dueAt"_L1)), QLocale::LongFormat));
    case TimelineEvent::Merged:
    case TimelineEvent::MergeUndone:
    case TimelineEvent::Split:
    case TimelineEvent::SplitUndone: return moved(entry);
    case TimelineEvent::Linked:
        return QCoreApplication::translate("EventText", "%1 linked %2")
                .arg(person(entry), details["ticket"_L1]["number"_L1].toString());
    case TimelineEvent::Unlinked:
        return QCoreApplication::translate("EventText", "%1 removed the link with %2")
                .arg(person(entry), details["ticket"_L1]["number"_L1].toString());
    case TimelineEvent::ChecklistDone:
        return QCoreApplication::translate("EventText", "%1 ticked “%2”")
                .arg(person(entry), details["text"_L1].toString());
    case TimelineEvent::ChecklistReopened:
        return QCoreApplication::translate("EventText", "%1 took the tick from “%2”")
                .arg(person(entry), details["text"_L1].toString());
    case TimelineEvent::TimeSpent: return timeSpent(entry);
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
            text += u" · "_s + (entry.author ? reason : reasonText(reason));
    }
    return text;
}

} // namespace Deskbell::App::EventText
