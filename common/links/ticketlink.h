// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/statuscategory.h"
#include "common/tickets/ticketref.h"

namespace Deskbell {

/// What another ticket is to a ticket.
enum class LinkKind {
    Related,
    Parent,     ///< this one is a part of it
    Child,      ///< it is a part of this one
    MergedInto, ///< what was said here stands there now
    MergedFrom,
    SplitInto, ///< a part of what was said here stands there now
    SplitFrom,
};

template <>
struct WireEnum<LinkKind>
{
    static constexpr auto names = std::to_array<WireName<LinkKind>>({
            {LinkKind::Related, "related"},
            {LinkKind::Parent, "parent"},
            {LinkKind::Child, "child"},
            {LinkKind::MergedInto, "merged_into"},
            {LinkKind::MergedFrom, "merged_from"},
            {LinkKind::SplitInto, "split_into"},
            {LinkKind::SplitFrom, "split_from"},
    });
};

/// Whether people make and remove such links; others come and go with a merge or split.
constexpr bool isPlain(LinkKind kind)
{
    return kind == LinkKind::Related || kind == LinkKind::Parent || kind == LinkKind::Child;
}

/// A ticket that another one has to do with.
struct TicketLink
{
    TicketLinkId id = {}; ///< none for what a merge or split made
    LinkKind kind = LinkKind::Related;
    TicketRef ticket = {};
    StatusCategory statusCategory = StatusCategory::Open; ///< of that ticket

    friend bool operator==(const TicketLink &, const TicketLink &) = default;
};

void read(JsonReader &reader, TicketLink &link);
QJsonObject toJson(const TicketLink &link);

/// POST /tickets/{id}/links
struct TicketLinkDraft
{
    LinkKind kind = LinkKind::Related; ///< a plain one
    TicketId ticket = {};

    friend bool operator==(const TicketLinkDraft &, const TicketLinkDraft &) = default;
};

void read(JsonReader &reader, TicketLinkDraft &draft);
QJsonObject toJson(const TicketLinkDraft &draft);
QList<FieldError> validate(const TicketLinkDraft &draft);

/// POST /tickets/{id}/merge
struct MergeRequest
{
    TicketId into = {};

    friend bool operator==(const MergeRequest &, const MergeRequest &) = default;
};

void read(JsonReader &reader, MergeRequest &request);
QJsonObject toJson(const MergeRequest &request);

/// POST /tickets/{id}/split: these replies and notes become a ticket of their own.
struct SplitRequest
{
    QString title = {};
    QList<TimelineEntryId> entries = {};

    friend bool operator==(const SplitRequest &, const SplitRequest &) = default;
};

constexpr int maxSplitEntries = 1000;

void read(JsonReader &reader, SplitRequest &request);
QJsonObject toJson(const SplitRequest &request);
QList<FieldError> validate(const SplitRequest &request);

} // namespace Deskbell
