// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"
#include "common/base/error.h"

#include <QString>

#include <functional>

namespace Deskbell {

/// What a canned reply can say of the ticket it is used for: `{{requester.first_name}}`.
enum class CannedVariable {
    RequesterName,
    RequesterFirstName,
    AgentName, ///< who writes the reply
    AgentFirstName,
    AssigneeName,
    TicketNumber,
    TicketTitle,
    TicketStatus,
    TicketDue,
    DeskName,
    CategoryName,
};

template <>
struct WireEnum<CannedVariable>
{
    static constexpr auto names = std::to_array<WireName<CannedVariable>>({
            {CannedVariable::RequesterName, "requester.name"},
            {CannedVariable::RequesterFirstName, "requester.first_name"},
            {CannedVariable::AgentName, "agent.name"},
            {CannedVariable::AgentFirstName, "agent.first_name"},
            {CannedVariable::AssigneeName, "assignee.name"},
            {CannedVariable::TicketNumber, "ticket.number"},
            {CannedVariable::TicketTitle, "ticket.title"},
            {CannedVariable::TicketStatus, "ticket.status"},
            {CannedVariable::TicketDue, "ticket.due"},
            {CannedVariable::DeskName, "desk.name"},
            {CannedVariable::CategoryName, "category.name"},
    });
};

/// How a variable is written in a text: "{{ticket.number}}".
QString placeholderOf(CannedVariable variable);

/// What stands in the place of each; empty for what the ticket does not have.
using CannedValues = std::function<QString(CannedVariable)>;

/// The text with the values in their places, each in one line. A value that looks like a variable
/// itself stays as it is; so does what names none.
QString expandCanned(const QString &text, const CannedValues &valueOf);

/// unknown_variable for the first that there is not, at `field`.
std::optional<FieldError> variableFault(const QString &field, const QString &text);

/// "Jane" of "Jane Doe" and of "Doe, Jane".
QString firstNameOf(const QString &displayName);

} // namespace Deskbell
