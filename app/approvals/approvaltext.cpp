// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltext.h"

#include "app/accounts/accountsmodel.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString decided(const Approver &approver)
{
    if (*approver.decision == ApprovalDecision::Approve)
        return QCoreApplication::translate("ApprovalText", "approved %1");
    return QCoreApplication::translate("ApprovalText", "rejected %1");
}

QString decidedByProxy(const Approver &approver)
{
    if (*approver.decision == ApprovalDecision::Approve)
        return QCoreApplication::translate("ApprovalText", "approved %1, by %2");
    return QCoreApplication::translate("ApprovalText", "rejected %1, by %2");
}

Tone toneOf(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Waiting:
    case ApprovalState::Cancelled: return Tone::Slate;
    case ApprovalState::Pending: return Tone::Amber;
    case ApprovalState::Approved: return Tone::Green;
    case ApprovalState::Rejected:
    case ApprovalState::Expired: return Tone::Red;
    }
    Q_UNREACHABLE();
}

} // namespace

QString ApprovalText::state(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Waiting: return QCoreApplication::translate("ApprovalText", "To come");
    case ApprovalState::Pending: return QCoreApplication::translate("ApprovalText", "Pending");
    case ApprovalState::Approved: return QCoreApplication::translate("ApprovalText", "Approved");
    case ApprovalState::Rejected: return QCoreApplication::translate("ApprovalText", "Rejected");
    case ApprovalState::Expired: return QCoreApplication::translate("ApprovalText", "Expired");
    case ApprovalState::Cancelled: return QCoreApplication::translate("ApprovalText", "Called off");
    }
    Q_UNREACHABLE();
}

BadgeText ApprovalText::badge(ApprovalState state)
{
    return {.text = ApprovalText::state(state), .tone = toneOf(state)};
}

QString ApprovalText::mode(const ApprovalProcessStep &step)
{
    switch (step.mode) {
    case ApprovalMode::All: return QCoreApplication::translate("ApprovalText", "all");
    case ApprovalMode::Any: return QCoreApplication::translate("ApprovalText", "any");
    case ApprovalMode::Count: break;
    }
    const int count = step.count.value_or(1);
    // Before it starts nobody knows how many hold its roles.
    if (step.approvers.isEmpty())
        return QCoreApplication::translate("ApprovalText", "%n of them", nullptr, count);
    const auto places = std::count_if(step.approvers.begin(), step.approvers.end(),
                                      [](const Approver &approver) { return approver.counts(); });
    return QCoreApplication::translate("ApprovalText", "%1 of %2").arg(count).arg(places);
}

QString ApprovalText::stuck(ApprovalStuck stuck)
{
    switch (stuck) {
    case ApprovalStuck::NoApprovers:
        return QCoreApplication::translate("ApprovalText", "Stuck: nobody is there to decide.");
    case ApprovalStuck::ApproverUnavailable:
        return QCoreApplication::translate(
                "ApprovalText", "Stuck: all have to approve, and somebody cannot decide any more.");
    case ApprovalStuck::TooFewApprovers:
        return QCoreApplication::translate("ApprovalText",
                                           "Stuck: more have to approve than are left to decide.");
    }
    Q_UNREACHABLE();
}

QString ApprovalText::place(const Approver &approver, const QDateTime &now)
{
    if (!approver.counts())
        return QCoreApplication::translate("ApprovalText", "somebody else was asked instead");
    if (!approver.decision) {
        return approver.available
                       ? QCoreApplication::translate("ApprovalText", "waiting")
                       : QCoreApplication::translate("ApprovalText", "cannot decide any more");
    }
    const QString when = TimeText::moment(approver.decidedAt, now);
    if (approver.decidedBy && approver.decidedBy->id != approver.person.id)
        return decidedByProxy(approver).arg(when, approver.decidedBy->displayName);
    return decided(approver).arg(when);
}

QString ApprovalText::asked(const QList<PersonRef> &people, const QStringList &roles)
{
    QStringList words;
    for (const PersonRef &person : people)
        words.append(person.displayName);
    for (const QString &key : roles) {
        words.append(QCoreApplication::translate("ApprovalText", "role “%1”")
                             .arg(AccountText::role(key, QString(key).replace(u'_', u' '))));
    }
    return words.join(u", "_s);
}

QString ApprovalText::line(const ApprovalStep &step)
{
    const QString whom = asked(step.people, step.roles);
    if (step.mode == ApprovalMode::All)
        return QCoreApplication::translate("ApprovalText", "%1: all of %2").arg(step.name, whom);
    if (step.mode == ApprovalMode::Any)
        return QCoreApplication::translate("ApprovalText", "%1: any of %2").arg(step.name, whom);
    return QCoreApplication::translate("ApprovalText", "%1: %3 of %2")
            .arg(step.name, whom, QLocale().toString(step.count.value_or(1)));
}

} // namespace Deskbell::App
