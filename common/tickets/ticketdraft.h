// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/assigneechoice.h"
#include "common/tickets/priority.h"
#include "common/tickets/visibility.h"

namespace Deskbell {

/// A ticket to be made: the body of POST /tickets. Only the title is required.
struct TicketDraft
{
    QString title = {};
    QString description = {};
    Priority priority = Priority::Medium;
    DeskId desk = {}; ///< none: the server's default desk
    CategoryId category = {};
    AccountId requester = {}; ///< none: whoever asks. Also accepted as customerId
    TeamId team = {};
    Given<AssigneeChoice> assignedTo = {};
    Given<Visibility> visibility = {};
    QStringList tags = {};
    QDateTime dueAt = {};
    ApprovalTemplateId approvalTemplate = {}; ///< none: that of the category or the desk
    QJsonObject customFields = {};
    QList<QUuid> attachmentIds = {}; ///< of finished uploads

    friend bool operator==(const TicketDraft &, const TicketDraft &) = default;
};

void read(JsonReader &reader, TicketDraft &draft);
QJsonObject toJson(const TicketDraft &draft);
QList<FieldError> validate(const TicketDraft &draft);

} // namespace Deskbell
