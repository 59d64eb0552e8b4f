// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/timeline/timelineroutes.h"

#include "common/timeline/timelineentry.h"
#include "server/api/responses.h"
#include "server/tickets/ticketservice.h"
#include "server/timeline/timelinelist.h"
#include "server/timeline/timelineservice.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> write(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto draft = fromJson<ReplyDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    auto written = TimelineService::write(context, *ticket, *draft);
    if (!written)
        return fail(written.error());
    return entityResponse(input.head(), written->json, written->version, 201);
}

/// What the path of one reply names, and the version that the caller knows.
struct ReplyAddress
{
    TicketId ticket;
    TimelineEntryId entry;
    std::optional<int> version;
};

Result<ReplyAddress> addressOf(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto entry = input.pathId<TimelineEntryId>(1);
    if (!entry)
        return fail(entry.error());
    auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    return ReplyAddress{*ticket, *entry, *version};
}

Result<Http::Response> change(Context &context, const Input &input)
{
    auto address = addressOf(context, input);
    if (!address)
        return fail(address.error());
    auto patch = fromJson<ReplyPatch>(input.json);
    if (!patch)
        return fail(patch.error());
    auto changed = TimelineService::change(context, address->ticket, address->entry, *patch,
                                           address->version);
    if (!changed)
        return fail(changed.error());
    return entityResponse(input.head(), changed->json, changed->version);
}

Result<Http::Response> remove(Context &context, const Input &input)
{
    auto address = addressOf(context, input);
    if (!address)
        return fail(address.error());
    auto removed
            = TimelineService::remove(context, address->ticket, address->entry, address->version);
    if (!removed)
        return fail(removed.error());
    return noContent();
}

Handler reactionHandler(TimelineService::Reacting reacting)
{
    return [reacting](Context &context, const Input &input) -> Result<Http::Response> {
        auto address = addressOf(context, input);
        if (!address)
            return fail(address.error());
        const auto kind = fromWire<ReactionKind>(input.pathValues.value(2));
        if (!kind)
            return fail(Error::notFound(u"reaction"_s));
        return TimelineService::react(context, address->ticket, address->entry, *kind, reacting)
                .map(&noContent);
    };
}

Result<Http::Response> listMentionable(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto query = parseQuery(input.head().query).and_then(fromQuery<MentionQuery>);
    if (!query)
        return fail(query.error());
    return TimelineService::listMentionable(context, *ticket, *query)
            .map([](const MentionablePeople &people) { return jsonResponse(toJson(people)); });
}

const QList<TimelineKind> words{TimelineKind::Reply, TimelineKind::Note};
const QList<TimelineKind> everything{TimelineKind::Reply, TimelineKind::Note, TimelineKind::Event};

Handler listHandler(const QList<TimelineKind> &kinds)
{
    return [kinds](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto items = parseQuery(input.head().query);
        if (!items)
            return fail(items.error());
        auto query = fromQueryOver(*items, TimelineQuery{.kinds = kinds});
        if (!query)
            return fail(query.error());
        return listTimeline(context, *ticket, *query).map(&listResponse);
    };
}

} // namespace

Routes timelineRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Post,
             .path = "/tickets/{id}/replies",
             .summary = "Write a reply or an internal note",
             .body = Body::Json,
             .handler = &write,
             .takes = bodyOf<ReplyDraft>(),
             .answers = bodyOf<TimelineEntry>()},
            {.method = Method::Get,
             .path = "/tickets/{id}/replies",
             .summary = "The replies and notes of a ticket, oldest first",
             .handler = listHandler(words),
             .parameters = [] { return parametersOf(TimelineQuery{.kinds = words}); },
             .answers = pageOf<TimelineEntry>()},
            {.method = Method::Patch,
             .path = "/tickets/{id}/replies/{replyId}",
             .summary = "Change a reply or note, or mark it as the solution",
             .body = Body::Json,
             .handler = &change,
             .takes = bodyOf<ReplyPatch>(),
             .answers = bodyOf<TimelineEntry>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/replies/{replyId}",
             .summary = "Take a reply or note back",
             .handler = &remove},
            {.method = Method::Put,
             .path = "/tickets/{id}/replies/{replyId}/reactions/{kind}",
             .summary = "Set a sign on a reply or note",
             .handler = reactionHandler(TimelineService::Reacting::Add)},
            {.method = Method::Delete,
             .path = "/tickets/{id}/replies/{replyId}/reactions/{kind}",
             .summary = "Take one's sign from a reply or note",
             .handler = reactionHandler(TimelineService::Reacting::Take)},
            {.method = Method::Get,
             .path = "/tickets/{id}/mentionable",
             .summary = "Whom a reply or note on the ticket can mention",
             .handler = &listMentionable,
             .parameters = [] { return parametersOf<MentionQuery>(); },
             .answers = bodyOf<MentionablePeople>()},
            {.method = Method::Get,
             .path = "/tickets/{id}/timeline",
             .summary = "Everything that was written and done on a ticket, in order",
             .handler = listHandler(everything),
             .parameters = [] { return parametersOf(TimelineQuery{.kinds = everything}); },
             .answers = pageOf<TimelineEntry>()},
    };
}

} // namespace Deskbell::Server
