// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"
#include "common/approvals/approvalstate.h"
#include "common/desks/namedref.h"
#include "common/tickets/ticketref.h"

namespace Deskbell {

/// Somebody, or everybody with a role, who was let into a restricted ticket.
struct TicketGrant
{
    TicketGrantId id = {};
    std::optional<PersonRef> person = {};
    std::optional<RoleRef> role = {};
    std::optional<PersonRef> createdBy = {};
    QDateTime createdAt = {};

    friend bool operator==(const TicketGrant &, const TicketGrant &) = default;
};

void read(JsonReader &reader, TicketGrant &grant);
QJsonObject toJson(const TicketGrant &grant);

/// POST /tickets/{id}/grants: a person or a role, one of them.
struct TicketGrantDraft
{
    AccountId person = {};
    QString role = {}; ///< a key

    friend bool operator==(const TicketGrantDraft &, const TicketGrantDraft &) = default;
};

void read(JsonReader &reader, TicketGrantDraft &draft);
QJsonObject toJson(const TicketGrantDraft &draft);
QList<FieldError> validate(const TicketGrantDraft &draft);

/// POST /access-requests: let me see this ticket, for this reason.
struct AccessRequestDraft
{
    QString ticket = {}; ///< an id, as a number too, or a number such as HD-1042
    QString reason = {};

    friend bool operator==(const AccessRequestDraft &, const AccessRequestDraft &) = default;
};

void read(JsonReader &reader, AccessRequestDraft &draft);
QJsonObject toJson(const AccessRequestDraft &draft);
QList<FieldError> validate(const AccessRequestDraft &draft);

/// The answer to it, which is the same whether there is such a ticket or not.
struct AccessRequestReceipt
{
    bool received = true;

    friend bool operator==(const AccessRequestReceipt &, const AccessRequestReceipt &) = default;
};

void read(JsonReader &reader, AccessRequestReceipt &receipt);
QJsonObject toJson(const AccessRequestReceipt &receipt);

/// A request that waits, for those who may let people in.
struct AccessRequest
{
    AccessRequestId id = {};
    TicketRef ticket = {};
    PersonRef person = {};
    QString reason = {};
    QDateTime createdAt = {};

    friend bool operator==(const AccessRequest &, const AccessRequest &) = default;
};

void read(JsonReader &reader, AccessRequest &request);
QJsonObject toJson(const AccessRequest &request);

/// POST /access-requests/{id}/decision
struct AccessDecision
{
    ApprovalDecision decision = ApprovalDecision::Approve;
    QString comment = {}; ///< for the log

    friend bool operator==(const AccessDecision &, const AccessDecision &) = default;
};

void read(JsonReader &reader, AccessDecision &decision);
QJsonObject toJson(const AccessDecision &decision);
QList<FieldError> validate(const AccessDecision &decision);

/// Why somebody sees a ticket.
enum class SightReason {
    Requester,
    Creator,
    Assignee,
    Watcher,
    Approver, ///< is or was asked
    Proxy,    ///< stands or stood in for somebody who was asked
    ViewAll,  ///< holds the permission
    ViewTeam,
    ViewRestricted,
    Granted,     ///< was let in
    GrantedRole, ///< holds a role that was let in
};

template <>
struct WireEnum<SightReason>
{
    static constexpr auto names = std::to_array<WireName<SightReason>>({
            {SightReason::Requester, "requester"},
            {SightReason::Creator, "creator"},
            {SightReason::Assignee, "assignee"},
            {SightReason::Watcher, "watcher"},
            {SightReason::Approver, "approver"},
            {SightReason::Proxy, "proxy"},
            {SightReason::ViewAll, "view_all"},
            {SightReason::ViewTeam, "view_team"},
            {SightReason::ViewRestricted, "view_restricted"},
            {SightReason::Granted, "granted"},
            {SightReason::GrantedRole, "granted_role"},
    });
};

/// Somebody who sees a ticket.
struct TicketSeer
{
    PersonRef person = {};
    QList<SightReason> reasons = {};

    friend bool operator==(const TicketSeer &, const TicketSeer &) = default;
};

void read(JsonReader &reader, TicketSeer &seer);
QJsonObject toJson(const TicketSeer &seer);

} // namespace Deskbell
