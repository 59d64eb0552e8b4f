// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "app/store/keptfile.h"

#include <QDeadlineTimer>

namespace Deskbell::App {

enum class OutboxKind {
    Reply,
    Note,
    Change, ///< of a ticket: its status, assignee, …
};

/// A change that somebody made and that has to reach the server once: what is kept of it on the
/// disk until the server has answered.
struct OutboxItem
{
    QByteArray key = {}; ///< idempotency key: sent twice it is done once
    qint64 number = 0;   ///< ascending in the order in which they were made
    OutboxKind kind = OutboxKind::Reply;
    TicketId ticket = {}; ///< one ticket's changes reach the server in their order
    QString ticketNumber = {};
    QString title = {}; ///< of a change: what it does, in the words of who made it
    Api::Method method = Api::Method::Post;
    QString path = {}; ///< below /api/v1
    QJsonObject body = {};
    qint64 version = 0; ///< that the ticket must have; 0: any
    /// For whoever takes it back: the files that go along, and the newest message there was.
    QList<KeptFile> files = {};
    std::optional<TimelineEntryId> seen = {};
    QDateTime firstTried = {}; ///< since when the server may have it; invalid: it cannot
    std::optional<Error> refusal = {};

    friend bool operator==(const OutboxItem &, const OutboxItem &) = default;
};

/// As it is sent.
Api::Request requestOf(const OutboxItem &item);

void read(JsonReader &reader, OutboxItem &item);
QJsonObject toJson(const OutboxItem &item);

/// How far it is.
struct OutboxEntry
{
    enum class State {
        Held,     ///< goes out when its time has come, can be taken back until then
        Waiting,  ///< for its turn, the connection, or another try
        UnderWay, ///< the server is asked
        Refused,  ///< for good; the person decides
    };

    OutboxItem item;
    State state = State::Waiting;
    QDeadlineTimer due = {}; ///< when it goes out, or is tried again
    bool isKept = false;     ///< on the disk, or that was tried
    bool mayBeThere = false; ///< an earlier try may have arrived
    int failures = 0;        ///< tries in a row without an answer
    std::optional<Error> lastFailure = {};
};

} // namespace Deskbell::App

namespace Deskbell {

/// Those that change something.
template <>
struct WireEnum<App::Api::Method>
{
    static constexpr auto names = std::to_array<WireName<App::Api::Method>>({
            {App::Api::Method::Post, "POST"},
            {App::Api::Method::Put, "PUT"},
            {App::Api::Method::Patch, "PATCH"},
            {App::Api::Method::Delete, "DELETE"},
    });
};

template <>
struct WireEnum<App::OutboxKind>
{
    static constexpr auto names = std::to_array<WireName<App::OutboxKind>>({
            {App::OutboxKind::Reply, "reply"},
            {App::OutboxKind::Note, "note"},
            {App::OutboxKind::Change, "change"},
    });
};

} // namespace Deskbell
