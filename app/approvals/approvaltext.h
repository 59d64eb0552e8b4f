// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvaltemplate.h"

/// How approvals are put into words.
namespace Deskbell::App::ApprovalText {

QString state(ApprovalState state);
BadgeText badge(ApprovalState state);
/// "all", "any", "2 of 3"
QString mode(const ApprovalProcessStep &step);
/// Why a step cannot be completed, as a sentence.
QString stuck(ApprovalStuck stuck);
/// "approved today 12:30, by Jane Doe", "waiting", "not available any more"
QString place(const Approver &approver, const QDateTime &now);
/// Whom a step will ask, before it starts: people and holders of roles.
QString asked(const QList<PersonRef> &people, const QStringList &roles);
/// "Manager: all of John Smith, role “approver”"
QString line(const ApprovalStep &step);

} // namespace Deskbell::App::ApprovalText
