// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/base/jsonreader.h"

namespace Deskbell {

/// What somebody does at a ticket.
enum class PresenceState { Viewing, Typing };

template <>
struct WireEnum<PresenceState>
{
    static constexpr auto names = std::to_array<WireName<PresenceState>>({
            {PresenceState::Viewing, "viewing"},
            {PresenceState::Typing, "typing"},
    });
};

/// Somebody at a ticket.
struct PresentPerson
{
    PersonRef person = {};
    PresenceState state = PresenceState::Viewing;

    friend bool operator==(const PresentPerson &, const PresentPerson &) = default;
};

void read(JsonReader &reader, PresentPerson &present);
QJsonObject toJson(const PresentPerson &present);

/// Who is answering a ticket, until when unless they go on.
struct TicketClaim
{
    PersonRef person = {};
    QDateTime expiresAt = {};

    friend bool operator==(const TicketClaim &, const TicketClaim &) = default;
};

void read(JsonReader &reader, TicketClaim &claim);
QJsonObject toJson(const TicketClaim &claim);

/// Everybody at a ticket, as staff are told of it: always the whole.
struct TicketPresence
{
    TicketId ticketId = {};
    QList<PresentPerson> people = {};
    std::optional<TicketClaim> claim = {};

    friend bool operator==(const TicketPresence &, const TicketPresence &) = default;
};

void read(JsonReader &reader, TicketPresence &presence);
QJsonObject toJson(const TicketPresence &presence);

/// PUT /tickets/{id}/presence
struct PresenceReport
{
    PresenceState state = PresenceState::Viewing;
};

void read(JsonReader &reader, PresenceReport &report);
QJsonObject toJson(const PresenceReport &report);

} // namespace Deskbell
