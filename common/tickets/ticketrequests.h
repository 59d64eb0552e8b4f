// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/assigneechoice.h"

namespace Deskbell {

/// PUT /tickets/{id}/status
struct StatusChange
{
    QString status = {};
    QString reason = {};
    QString comment = {};

    friend bool operator==(const StatusChange &, const StatusChange &) = default;
};

void read(JsonReader &reader, StatusChange &change);
QJsonObject toJson(const StatusChange &change);
QList<FieldError> validate(const StatusChange &change);

/// POST /tickets/{id}/assign
struct Assignment
{
    AssigneeChoice assignedTo = {};

    friend bool operator==(const Assignment &, const Assignment &) = default;
};

void read(JsonReader &reader, Assignment &assignment);
QJsonObject toJson(const Assignment &assignment);

/// POST /tickets/{id}/transfer: to a person, a team, or both; what is not given stays as it is.
struct Transfer
{
    Given<AssigneeChoice> assignedTo = {};
    Given<TeamId> team = {}; ///< an invalid one takes it from its team
    QString reason = {};

    friend bool operator==(const Transfer &, const Transfer &) = default;
};

void read(JsonReader &reader, Transfer &transfer);
QJsonObject toJson(const Transfer &transfer);
QList<FieldError> validate(const Transfer &transfer);

/// POST /tickets/{id}/escalate
struct Escalation
{
    QString reason = {};

    friend bool operator==(const Escalation &, const Escalation &) = default;
};

void read(JsonReader &reader, Escalation &escalation);
QJsonObject toJson(const Escalation &escalation);
QList<FieldError> validate(const Escalation &escalation);

/// POST /tickets/{id}/close
struct Closing
{
    QString reason = {};

    friend bool operator==(const Closing &, const Closing &) = default;
};

void read(JsonReader &reader, Closing &closing);
QJsonObject toJson(const Closing &closing);
QList<FieldError> validate(const Closing &closing);

} // namespace Deskbell
