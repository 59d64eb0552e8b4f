// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/tickettext.h"

#include "app/sla/slatext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Deskbell::App::TicketText {

namespace {

/// Words of the statuses of the workflows that ship, by key; lupdate finds them here.
struct StatusWord
{
    const char *key;
    const char *label;
};
constexpr StatusWord statusWords[] = {
        {"new", QT_TRANSLATE_NOOP("TicketText", "New")},
        {"open", QT_TRANSLATE_NOOP("TicketText", "Open")},
        {"draft", QT_TRANSLATE_NOOP("TicketText", "Draft")},
        {"pending", QT_TRANSLATE_NOOP("TicketText", "Pending")},
        {"answered", QT_TRANSLATE_NOOP("TicketText", "Answered")},
        {"in_progress", QT_TRANSLATE_NOOP("TicketText", "In progress")},
        {"waiting_approval", QT_TRANSLATE_NOOP("TicketText", "Waiting for approval")},
        {"waiting_for_requester", QT_TRANSLATE_NOOP("TicketText", "Waiting for requester")},
        {"waiting_for_response", QT_TRANSLATE_NOOP("TicketText", "Waiting for response")},
        {"on_hold", QT_TRANSLATE_NOOP("TicketText", "On hold")},
        {"resolved", QT_TRANSLATE_NOOP("TicketText", "Resolved")},
        {"closed", QT_TRANSLATE_NOOP("TicketText", "Closed")},
        {"rejected", QT_TRANSLATE_NOOP("TicketText", "Rejected")},
        {"withdrawn", QT_TRANSLATE_NOOP("TicketText", "Withdrawn")},
        {"cancelled", QT_TRANSLATE_NOOP("TicketText", "Cancelled")},
        {"intake", QT_TRANSLATE_NOOP("TicketText", "Intake")},
        {"assessment", QT_TRANSLATE_NOOP("TicketText", "Assessment")},
        {"procurement", QT_TRANSLATE_NOOP("TicketText", "Procurement")},
        {"delivery", QT_TRANSLATE_NOOP("TicketText", "Delivery")},
        {"completed", QT_TRANSLATE_NOOP("TicketText", "Completed")},
        {"active", QT_TRANSLATE_NOOP("TicketText", "Active")},
        {"awaiting_user_info", QT_TRANSLATE_NOOP("TicketText", "Awaiting user info")},
        {"awaiting_problem", QT_TRANSLATE_NOOP("TicketText", "Awaiting problem")},
        {"awaiting_vendor", QT_TRANSLATE_NOOP("TicketText", "Awaiting vendor")},
        {"awaiting_evidence", QT_TRANSLATE_NOOP("TicketText", "Awaiting evidence")},
};

/// What their transitions are called.
constexpr const char *transitionWords[] = {
        QT_TRANSLATE_NOOP("TicketText", "Back to open"),
        QT_TRANSLATE_NOOP("TicketText", "Cancel"),
        QT_TRANSLATE_NOOP("TicketText", "Close"),
        QT_TRANSLATE_NOOP("TicketText", "Complete"),
        QT_TRANSLATE_NOOP("TicketText", "Confirm"),
        QT_TRANSLATE_NOOP("TicketText", "Continue work"),
        QT_TRANSLATE_NOOP("TicketText", "Mark as answered"),
        QT_TRANSLATE_NOOP("TicketText", "Pass to assessment"),
        QT_TRANSLATE_NOOP("TicketText", "Pass to delivery"),
        QT_TRANSLATE_NOOP("TicketText", "Pass to procurement"),
        QT_TRANSLATE_NOOP("TicketText", "Put on hold"),
        QT_TRANSLATE_NOOP("TicketText", "Reject"),
        QT_TRANSLATE_NOOP("TicketText", "Reopen"),
        QT_TRANSLATE_NOOP("TicketText", "Resolve"),
        QT_TRANSLATE_NOOP("TicketText", "Revise"),
        QT_TRANSLATE_NOOP("TicketText", "Send back to assessment"),
        QT_TRANSLATE_NOOP("TicketText", "Send back to intake"),
        QT_TRANSLATE_NOOP("TicketText", "Start work"),
        QT_TRANSLATE_NOOP("TicketText", "Submit for approval"),
        QT_TRANSLATE_NOOP("TicketText", "Wait for requester"),
        QT_TRANSLATE_NOOP("TicketText", "Wait for response"),
        QT_TRANSLATE_NOOP("TicketText", "Withdraw"),
};

QString tr(const char *text)
{
    return QCoreApplication::translate("TicketText", text);
}

} // namespace

QString status(const QString &key, const QString &label)
{
    for (const StatusWord &word : statusWords) {
        const bool sameWord = label.isEmpty() || label == QLatin1StringView(word.label);
        if (sameWord && key == QLatin1StringView(word.key))
            return tr(word.label);
    }
    // A workflow of one's own speaks its own language.
    if (!label.isEmpty())
        return label;
    QString words = key;
    words.replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString transition(const AllowedTransition &transition)
{
    for (const char *label : transitionWords) {
        if (transition.label == QLatin1StringView(label))
            return tr(label);
    }
    return transition.label;
}

BadgeText statusBadge(const Ticket &ticket)
{
    return {.text = status(ticket.status, ticket.statusLabel), .tone = tone(ticket.statusCategory)};
}

Tone tone(StatusCategory category)
{
    switch (category) {
    case StatusCategory::Draft:
    case StatusCategory::Hold:
    case StatusCategory::Closed: return Tone::Slate;
    case StatusCategory::Approval: return Tone::Purple;
    case StatusCategory::Open: return Tone::Blue;
    case StatusCategory::Waiting: return Tone::Amber;
    case StatusCategory::Resolved: return Tone::Green;
    }
    Q_UNREACHABLE();
}

QString priority(Priority priority)
{
    switch (priority) {
    case Priority::Low: return QCoreApplication::translate("TicketText", "Low");
    case Priority::Medium: return QCoreApplication::translate("TicketText", "Medium");
    case Priority::High: return QCoreApplication::translate("TicketText", "High");
    case Priority::Urgent: return QCoreApplication::translate("TicketText", "Urgent");
    }
    Q_UNREACHABLE();
}

BadgeText priorityBadge(Priority value)
{
    switch (value) {
    case Priority::Low:
    case Priority::Medium: return {.text = priority(value), .tone = Tone::Slate};
    case Priority::High: return {.text = u"▲ "_s + priority(value), .tone = Tone::Amber};
    case Priority::Urgent: return {.text = u"▲ "_s + priority(value), .tone = Tone::Red};
    }
    Q_UNREACHABLE();
}

QString watch(std::optional<WatchMode> mode)
{
    if (!mode)
        return QCoreApplication::translate("TicketText", "Not at all");
    switch (*mode) {
    case WatchMode::All: return QCoreApplication::translate("TicketText", "Everything");
    case WatchMode::Replies: return QCoreApplication::translate("TicketText", "Only answers");
    case WatchMode::Muted:
        return QCoreApplication::translate("TicketText", "Nothing, whatever happens");
    }
    Q_UNREACHABLE();
}

QString waiting(StepWaiting waiting, const QString &roleName)
{
    switch (waiting) {
    case StepWaiting::NoHolders:
        return QCoreApplication::translate("TicketText", "Nobody holds the role %1").arg(roleName);
    case StepWaiting::ToBeChosen:
        return QCoreApplication::translate("TicketText",
                                           "Somebody with the role %1 is being chosen")
                .arg(roleName);
    case StepWaiting::AllAway:
        return QCoreApplication::translate("TicketText", "Everybody with the role %1 is away")
                .arg(roleName);
    case StepWaiting::Released:
        return QCoreApplication::translate("TicketText", "Waits to be taken or assigned");
    }
    Q_UNREACHABLE();
}

QString waitingForTeam(StepWaiting waiting, const QString &team)
{
    switch (waiting) {
    case StepWaiting::NoHolders:
        return QCoreApplication::translate("TicketText", "Nobody in the team %1 takes tickets")
                .arg(team);
    case StepWaiting::AllAway:
        return QCoreApplication::translate("TicketText", "Everybody in the team %1 is away")
                .arg(team);
    case StepWaiting::Released:
    case StepWaiting::ToBeChosen: break; // teams have no such turns
    }
    return QCoreApplication::translate("TicketText", "Waits to be taken or assigned");
}

bool isNotable(Priority priority)
{
    return priority == Priority::High || priority == Priority::Urgent;
}

QString category(StatusCategory category)
{
    switch (category) {
    case StatusCategory::Draft: return QCoreApplication::translate("TicketText", "Draft");
    case StatusCategory::Approval: return QCoreApplication::translate("TicketText", "In approval");
    case StatusCategory::Open: return QCoreApplication::translate("TicketText", "Open");
    case StatusCategory::Waiting: return QCoreApplication::translate("TicketText", "Waiting");
    case StatusCategory::Hold: return QCoreApplication::translate("TicketText", "On hold");
    case StatusCategory::Resolved: return QCoreApplication::translate("TicketText", "Resolved");
    case StatusCategory::Closed: return QCoreApplication::translate("TicketText", "Closed");
    }
    Q_UNREACHABLE();
}

QString sort(TicketSort sort)
{
    switch (sort) {
    case TicketSort::CreatedAt: return QCoreApplication::translate("TicketText", "Created");
    case TicketSort::UpdatedAt: return QCoreApplication::translate("TicketText", "Last change");
    case TicketSort::ClosedAt: return QCoreApplication::translate("TicketText", "Closed");
    case TicketSort::DueAt: return QCoreApplication::translate("TicketText", "Due");
    case TicketSort::NextDueAt: return QCoreApplication::translate("TicketText", "Next due");
    case TicketSort::Number: return QCoreApplication::translate("TicketText", "Number");
    case TicketSort::Title: return QCoreApplication::translate("TicketText", "Title");
    case TicketSort::Status: return QCoreApplication::translate("TicketText", "Status");
    case TicketSort::Priority: return QCoreApplication::translate("TicketText", "Priority");
    case TicketSort::Requester: return QCoreApplication::translate("TicketText", "Requester");
    case TicketSort::Assignee: return QCoreApplication::translate("TicketText", "Assignee");
    case TicketSort::Relevance: return QCoreApplication::translate("TicketText", "Relevance");
    }
    Q_UNREACHABLE();
}

QStringList tags(const QString &typed)
{
    QStringList tags;
    for (const QString &part : typed.split(u',')) {
        if (const QString tag = part.simplified(); !tag.isEmpty())
            tags.append(tag);
    }
    return tags;
}

QString spoken(const Ticket &ticket, const QDateTime &now)
{
    QStringList parts{ticket.number, ticket.title, status(ticket.status, ticket.statusLabel)};
    if (isNotable(ticket.priority)) {
        parts.append(QCoreApplication::translate("TicketText", "priority %1")
                             .arg(priority(ticket.priority)));
    }
    parts.append(
            QCoreApplication::translate("TicketText", "from %1").arg(ticket.requester.displayName));
    if (ticket.assignee) {
        parts.append(QCoreApplication::translate("TicketText", "assigned to %1")
                             .arg(ticket.assignee->displayName));
    }
    if (const QString dueText = SlaText::countdown(ticket, now).text; !dueText.isEmpty())
        parts.append(dueText);
    parts.append(TimeText::age(ticket.updatedAt, now));
    return parts.join(u", "_s);
}

} // namespace Deskbell::App::TicketText
