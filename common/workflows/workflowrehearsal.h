// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/workflows/workflowdiff.h"

#include <QMap>

namespace Deskbell {

/// Where tickets go whose status is not to stay: from the key of the old status to one of the new
/// definition. On the wire an object, `{"on_hold":"waiting"}`.
using StatusMap = QMap<QString, QString>;
QJsonObject statusMapToJson(const StatusMap &map);

/// POST /workflows/{id}/rehearsal: what would happen if tickets came to live by this definition.
struct RehearsalRequest
{
    WorkflowDefinition definition = {};
    StatusMap statusMap = {};

    friend bool operator==(const RehearsalRequest &, const RehearsalRequest &) = default;
};

void read(JsonReader &reader, RehearsalRequest &request);
QJsonObject toJson(const RehearsalRequest &request);
/// Faults of the definition and of the map, "statusMap.on_hold" (unknown_status).
QList<FieldError> validate(const RehearsalRequest &request);

/// POST /workflows/{id}/migrate: the next tickets that are there come to live by the newest
/// version.
struct MigrationRequest
{
    StatusMap statusMap = {};
    bool continued = false; ///< the same was asked before: of these tickets all were judged then

    friend bool operator==(const MigrationRequest &, const MigrationRequest &) = default;
};

void read(JsonReader &reader, MigrationRequest &request);
QJsonObject toJson(const MigrationRequest &request);

/// One fault for each target that the definition does not have: "statusMap.on_hold",
/// unknown_status.
QList<FieldError> statusMapFaults(const StatusMap &map, const WorkflowDefinition &definition);

/// Why a ticket could not live by a definition.
enum class Stranding {
    None,
    UnknownStatus, ///< the definition does not have the ticket's status
    DeadEnd,       ///< it does, but nobody there is could take the ticket on from there
};

template <>
struct WireEnum<Stranding>
{
    static constexpr auto names = std::to_array<WireName<Stranding>>({
            {Stranding::None, "none"},
            {Stranding::UnknownStatus, "unknown_status"},
            {Stranding::DeadEnd, "dead_end"},
    });
};

/// The tickets that are in one status of one version, and what would become of them.
struct RehearsedStatus
{
    int number = 1; ///< of the version by which they live now
    QString status = {};
    QString label = {}; ///< what that version calls it
    QString to = {};    ///< where they would go; the status itself when nothing maps it
    int tickets = 0;
    int stranded = 0;
    Stranding stranding = Stranding::None; ///< of those that are stranded

    friend bool operator==(const RehearsedStatus &, const RehearsedStatus &) = default;
};

/// A ticket that would be stranded.
struct StrandedTicket
{
    TicketId id = {};
    QString number = {};
    QString title = {};
    QString status = {};
    Stranding stranding = Stranding::UnknownStatus;

    friend bool operator==(const StrandedTicket &, const StrandedTicket &) = default;
};

/// What a rehearsal answers. Counts are exact and of all tickets that are not closed; of those that
/// are stranded the first ones are named, as far as the caller may see them.
struct Rehearsal
{
    int number = 1; ///< of the newest version there is, with which was compared
    QList<WorkflowChange> changes = {};
    QList<RehearsedStatus> statuses = {};
    int tickets = 0;
    int stranded = 0;
    QList<StrandedTicket> strandedTickets = {};

    friend bool operator==(const Rehearsal &, const Rehearsal &) = default;
};

/// So many tickets a rehearsal names.
constexpr int maxStrandedTickets = 100;

void read(JsonReader &reader, RehearsedStatus &status);
void read(JsonReader &reader, StrandedTicket &ticket);
void read(JsonReader &reader, Rehearsal &rehearsal);
QJsonObject toJson(const RehearsedStatus &status);
QJsonObject toJson(const StrandedTicket &ticket);
QJsonObject toJson(const Rehearsal &rehearsal);

/// What POST /workflows/{id}/migrate answers.
struct Migration
{
    int number = 1;    ///< of the version by which they live now
    int moved = 0;     ///< tickets that lived by an older version
    int changed = 0;   ///< of these, the ones whose status or its category is another one now
    int remaining = 0; ///< tickets that still live by an older version; ask again

    friend bool operator==(const Migration &, const Migration &) = default;
};

void read(JsonReader &reader, Migration &migration);
QJsonObject toJson(const Migration &migration);

} // namespace Deskbell
