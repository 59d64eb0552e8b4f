// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulk/bulkrequest.h"

namespace Deskbell {

/// How far an operation on many tickets has come.
enum class BulkState {
    Rehearsing,
    Rehearsed, ///< what would happen is known; nothing has happened
    Running,
    Done,
    Cancelled, ///< what was done until then stays done
    Undoing,
    Undone, ///< as far as it could be
};

template <>
struct WireEnum<BulkState>
{
    static constexpr auto names = std::to_array<WireName<BulkState>>({
            {BulkState::Rehearsing, "rehearsing"},
            {BulkState::Rehearsed, "rehearsed"},
            {BulkState::Running, "running"},
            {BulkState::Done, "done"},
            {BulkState::Cancelled, "cancelled"},
            {BulkState::Undoing, "undoing"},
            {BulkState::Undone, "undone"},
    });
};

/// Whether the server is at it.
constexpr bool isAtWork(BulkState state)
{
    return state == BulkState::Rehearsing || state == BulkState::Running
           || state == BulkState::Undoing;
}

/// What became of one ticket; after a rehearsal, what would become of it.
enum class BulkOutcome {
    Waiting, ///< its turn has not come, or never came
    Changed,
    Unchanged, ///< it was like that already
    Refused,   ///< with a problem
    Undone,
    Kept, ///< could not be undone, with a problem
};

template <>
struct WireEnum<BulkOutcome>
{
    static constexpr auto names = std::to_array<WireName<BulkOutcome>>({
            {BulkOutcome::Waiting, "waiting"},
            {BulkOutcome::Changed, "changed"},
            {BulkOutcome::Unchanged, "unchanged"},
            {BulkOutcome::Refused, "refused"},
            {BulkOutcome::Undone, "undone"},
            {BulkOutcome::Kept, "kept"},
    });
};

/// One operation on many tickets, as whoever began it sees it: how many have which outcome.
struct Bulk
{
    BulkId id = {};
    BulkState state = BulkState::Running;
    BulkChange change = {};
    int total = 0;
    int waiting = 0;
    int changed = 0;
    int unchanged = 0;
    int refused = 0;
    int undone = 0;
    int kept = 0;
    QDateTime createdAt = {};
    QDateTime startedAt = {}; ///< of what it is at now, or was at last
    QDateTime endedAt = {};   ///< invalid while it is at work

    friend bool operator==(const Bulk &, const Bulk &) = default;
};

void read(JsonReader &reader, Bulk &bulk);
QJsonObject toJson(const Bulk &bulk);

/// What became of one ticket of it.
struct BulkTicket
{
    TicketId id = {};
    QString number = {}; ///< empty when one may not see it
    QString title = {};
    BulkOutcome outcome = BulkOutcome::Waiting;
    QJsonObject problem = {}; ///< as a refusal of the change alone would be answered; else empty

    friend bool operator==(const BulkTicket &, const BulkTicket &) = default;
};

void read(JsonReader &reader, BulkTicket &ticket);
QJsonObject toJson(const BulkTicket &ticket);

} // namespace Deskbell
