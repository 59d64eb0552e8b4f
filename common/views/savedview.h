// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/accounts/personref.h"
#include "common/desks/namedref.h"
#include "common/tickets/ticketfilter.h"

namespace Deskbell {

/// Who has a view.
enum class ViewScope {
    Personal, ///< its owner
    Team,     ///< and whoever is in the team
    Global,   ///< and whoever works on tickets
};

template <>
struct WireEnum<ViewScope>
{
    static constexpr auto names = std::to_array<WireName<ViewScope>>({
            {ViewScope::Personal, "personal"},
            {ViewScope::Team, "team"},
            {ViewScope::Global, "global"},
    });
};

/// What a list can show of a ticket.
enum class TicketField {
    Number,
    Title,
    Status,
    Priority,
    Requester,
    Assignee,
    Team,
    Desk,
    Category,
    Tags,
    CreatedAt,
    UpdatedAt,
    DueAt,
    ClosedAt,
};

template <>
struct WireEnum<TicketField>
{
    static constexpr auto names = std::to_array<WireName<TicketField>>({
            {TicketField::Number, "number"},
            {TicketField::Title, "title"},
            {TicketField::Status, "status"},
            {TicketField::Priority, "priority"},
            {TicketField::Requester, "requester"},
            {TicketField::Assignee, "assignee"},
            {TicketField::Team, "team"},
            {TicketField::Desk, "desk"},
            {TicketField::Category, "category"},
            {TicketField::Tags, "tags"},
            {TicketField::CreatedAt, "createdAt"},
            {TicketField::UpdatedAt, "updatedAt"},
            {TicketField::DueAt, "dueAt"},
            {TicketField::ClosedAt, "closedAt"},
    });
};

/// A column of a list, in its place.
struct ViewColumn
{
    TicketField field = TicketField::Number;
    int width = 0; ///< in device-independent pixels; 0: as wide as such a column usually is

    friend bool operator==(const ViewColumn &, const ViewColumn &) = default;
};

void read(JsonReader &reader, ViewColumn &column);
QJsonObject toJson(const ViewColumn &column);

/// A search that is kept, with how its list looks.
struct SavedView
{
    ViewId id = {};
    QString name = {};
    ViewScope scope = ViewScope::Personal;
    PersonRef owner = {};
    std::optional<TeamRef> team = {};
    DeskId desk = {}; ///< of the team
    QString q = {};   ///< in the language of common/find
    TicketOrder order = {};
    QList<ViewColumn> columns = {}; ///< none: two lines for each ticket, without columns
    int position = 0;               ///< among the views of its scope; equals by name
    int version = 1;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

void read(JsonReader &reader, SavedView &view);
QJsonObject toJson(const SavedView &view);

/// POST /views.
struct ViewDraft
{
    QString name = {};
    ViewScope scope = ViewScope::Personal;
    TeamId team = {};
    QString q = {};
    TicketOrder order = {};
    QList<ViewColumn> columns = {};
    int position = 0;

    friend bool operator==(const ViewDraft &, const ViewDraft &) = default;
};

void read(JsonReader &reader, ViewDraft &draft);
QJsonObject toJson(const ViewDraft &draft);
QList<FieldError> validate(const ViewDraft &draft);

/// PATCH /views/{id}; what is not given stays. To share a view is to give it another scope.
struct ViewPatch
{
    Given<QString> name = {};
    Given<ViewScope> scope = {};
    Given<TeamId> team = {};
    Given<QString> q = {};
    Given<TicketOrder> order = {};
    Given<QList<ViewColumn>> columns = {};
    Given<int> position = {};

    friend bool operator==(const ViewPatch &, const ViewPatch &) = default;
};

void read(JsonReader &reader, ViewPatch &patch);
QJsonObject toJson(const ViewPatch &patch);
QList<FieldError> validate(const ViewPatch &patch);

constexpr int maxViewPosition = 10'000;
constexpr int maxColumnWidth = 2'000;
/// Personal ones of one person.
constexpr int maxViews = 200;

/// The tickets of a view.
TicketFilter filterOf(const SavedView &view);

/// Whether somebody may make such a view, or change or remove one of those that they have: their
/// own; a team's with team.manage on its desk; a global one with desk.manage everywhere.
bool mayKeepView(const Grants &grants, ViewScope scope, DeskId desk);
bool mayChangeView(const Grants &grants, AccountId self, const SavedView &view);

/// How many tickets a view has, or that it has more than one wants to know.
struct ViewCount
{
    QString view = {}; ///< the key of a standard view, or the id of a saved one
    int count = 0;
    bool more = false;

    friend bool operator==(const ViewCount &, const ViewCount &) = default;
};

void read(JsonReader &reader, ViewCount &count);
QJsonObject toJson(const ViewCount &count);

/// Counters go up to here; nobody reads a greater number.
constexpr int mostViewCounted = 999;
/// The same for views that look for words: for each ticket its document has to be read.
constexpr int mostTextViewCounted = 99;
/// Up to where this view is counted.
int mostCounted(const SavedView &view);

} // namespace Deskbell
