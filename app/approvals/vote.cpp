// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/vote.h"

#include "app/widgets/confirmdialog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

void askForVote(QWidget *parent, ApprovalDecision decision, const QString &title,
                const std::function<void(const ApprovalVote &)> &callback)
{
    const bool rejects = decision == ApprovalDecision::Reject;
    const Question question{
            .title = title,
            .text
            = QCoreApplication::translate("ApprovalVote", "What was decided cannot be taken back."),
            .verb = rejects ? QCoreApplication::translate("ApprovalVote", "Reject")
                            : QCoreApplication::translate("ApprovalVote", "Approve"),
            .destructive = rejects,
            .reasonLabel
            = rejects ? QCoreApplication::translate("ApprovalVote", "&Reason")
                      : QCoreApplication::translate("ApprovalVote", "&Comment (may stay empty)"),
            .reasonNeeded = rejects};
    ConfirmDialog::ask(parent, question, [decision, callback](const Decision &answer) {
        if (!answer.accepted)
            return;
        ApprovalVote vote{.decision = decision};
        (decision == ApprovalDecision::Reject ? vote.reason : vote.comment) = answer.reason;
        callback(vote);
    });
}

Api::Request voteRequest(TicketId ticket, const ApprovalVote &vote)
{
    return Api::Request::post(u"/tickets/%1/approvals/decision"_s.arg(ticket.value()),
                              toJson(vote));
}

} // namespace Deskbell::App
