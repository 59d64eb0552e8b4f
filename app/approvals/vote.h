// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "common/approvals/approvalrequests.h"

#include <functional>

class QWidget;

/// What the ticket and the list of one's approvals share of deciding.
namespace Deskbell::App {

/// Asks over `parent` whether to decide so: with a comment, or with the reason of a rejection.
/// Calls back when the person goes through with it. `title`: "Approve HD-1042?"
void askForVote(QWidget *parent, ApprovalDecision decision, const QString &title,
                const std::function<void(const ApprovalVote &)> &callback);

Api::Request voteRequest(TicketId ticket, const ApprovalVote &vote);

} // namespace Deskbell::App
