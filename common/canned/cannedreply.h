// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/accounts/personref.h"
#include "common/desks/deskref.h"
#include "common/desks/namedref.h"
#include "common/tickets/assigneechoice.h"
#include "common/tickets/priority.h"

namespace Deskbell {

/// Who has a canned reply, and for which tickets.
enum class CannedScope {
    Personal, ///< its owner, for every ticket
    Desk,     ///< whoever works on the desk, for its tickets or those of one category
    Global,   ///< whoever works on tickets, for every ticket
};

template <>
struct WireEnum<CannedScope>
{
    static constexpr auto names = std::to_array<WireName<CannedScope>>({
            {CannedScope::Personal, "personal"},
            {CannedScope::Desk, "desk"},
            {CannedScope::Global, "global"},
    });
};

/// What a macro does to the ticket when it is used; what is not given stays as it is. Written with
/// what is given alone.
struct MacroActions
{
    std::optional<Priority> priority = {};
    Given<AssigneeChoice> assignedTo = {};
    TeamId team = {};    ///< to which it is transferred; none: it stays where it is
    QString status = {}; ///< the key of a status of the ticket's workflow
    QStringList addTags = {};
    QStringList removeTags = {};

    bool isEmpty() const { return *this == MacroActions{}; }

    friend bool operator==(const MacroActions &, const MacroActions &) = default;
};

void read(JsonReader &reader, MacroActions &actions);
QJsonObject toJson(const MacroActions &actions);

/// A text that is written often, with variables; one with actions is a macro, and may do without
/// text.
struct CannedReply
{
    CannedReplyId id = {};
    QString name = {};
    CannedScope scope = CannedScope::Personal;
    std::optional<PersonRef> owner = {};      ///< of a personal one
    std::optional<DeskRef> desk = {};         ///< of one of a desk
    std::optional<CategoryRef> category = {}; ///< of one of a desk; none: of every category
    QString text = {};                        ///< Markdown with variables (common/canned)
    bool isInternal = false;                  ///< a note for staff
    MacroActions actions = {};
    std::optional<PersonRef> assignee = {}; ///< the account that the actions name
    std::optional<TeamRef> team = {};       ///< the team that they name
    int version = 1;

    friend bool operator==(const CannedReply &, const CannedReply &) = default;
};

void read(JsonReader &reader, CannedReply &reply);
QJsonObject toJson(const CannedReply &reply);

/// POST /canned-replies.
struct CannedDraft
{
    QString name = {};
    CannedScope scope = CannedScope::Personal;
    DeskId desk = {};
    CategoryId category = {};
    QString text = {};
    bool isInternal = false;
    MacroActions actions = {};

    friend bool operator==(const CannedDraft &, const CannedDraft &) = default;
};

void read(JsonReader &reader, CannedDraft &draft);
QJsonObject toJson(const CannedDraft &draft);
QList<FieldError> validate(const CannedDraft &draft);

/// PATCH /canned-replies/{id}; what is not given stays. Who has it never changes.
struct CannedPatch
{
    Given<QString> name = {};
    Given<CategoryId> category = {};
    Given<QString> text = {};
    Given<bool> isInternal = {};
    Given<MacroActions> actions = {}; ///< replaces all of them

    friend bool operator==(const CannedPatch &, const CannedPatch &) = default;
};

void read(JsonReader &reader, CannedPatch &patch);
QJsonObject toJson(const CannedPatch &patch);

/// As a draft, what a form begins with.
CannedDraft draftOf(const CannedReply &reply);
/// What is left of the draft when the patch is applied.
void apply(const CannedPatch &patch, CannedDraft &draft);

/// Personal ones of one person.
constexpr int maxCannedReplies = 200;

/// Whether somebody has anything to do with canned replies: who works on tickets, or manages them.
bool usesCannedReplies(const Grants &grants);
/// Whether somebody may make, change and remove those of a scope that they can have: their own;
/// a desk's and everybody's with canned.manage there.
bool mayKeepCanned(const Grants &grants, CannedScope scope, DeskId desk);

} // namespace Deskbell
