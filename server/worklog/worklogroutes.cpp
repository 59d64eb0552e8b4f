// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worklog/worklogroutes.h"

#include "server/api/listing.h"
#include "server/api/responses.h"
#include "server/tickets/ticketservice.h"
#include "server/worklog/checklistservice.h"
#include "server/worklog/timeentryservice.h"

namespace Deskbell::Server {

namespace {

/// Checklist and time spent are lists of parts of a ticket, and are answered whole.
using WholeList = Result<QByteArrayList>;

Handler listHandler(WholeList (*list)(Context &, TicketId))
{
    return [list](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        return list(context, *ticket).map(&wholeListResponse);
    };
}

template <class Draft>
Handler addHandler(WholeList (*add)(Context &, TicketId, const Draft &))
{
    return [add](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto draft = fromJson<Draft>(input.json);
        if (!draft)
            return fail(draft.error());
        return add(context, *ticket, *draft).map(&wholeListResponse);
    };
}

template <class PartId, class Patch>
Handler changeHandler(WholeList (*change)(Context &, TicketId, PartId, const Patch &))
{
    return [change](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto part = input.pathId<PartId>(1);
        if (!part)
            return fail(part.error());
        auto patch = fromJson<Patch>(input.json);
        if (!patch)
            return fail(patch.error());
        return change(context, *ticket, *part, *patch).map(&wholeListResponse);
    };
}

template <class PartId>
Handler removeHandler(Result<> (*remove)(Context &, TicketId, PartId))
{
    return [remove](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto part = input.pathId<PartId>(1);
        if (!part)
            return fail(part.error());
        return remove(context, *ticket, *part).map(&noContent);
    };
}

} // namespace

Routes worklogRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/tickets/{id}/checklist",
             .summary = "What has to be done for a ticket, in order; for holders of ticket.note",
             .handler = listHandler(&ChecklistService::list),
             .answers = pageOf<ChecklistItem>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/checklist",
             .summary = "Add to the checklist of a ticket",
             .body = Body::Json,
             .handler = addHandler(&ChecklistService::add),
             .takes = bodyOf<ChecklistItemDraft>(),
             .answers = pageOf<ChecklistItem>()},
            {.method = Method::Patch,
             .path = "/tickets/{id}/checklist/{itemId}",
             .summary = "Change, move, tick or untick an item of a checklist",
             .body = Body::Json,
             .handler = changeHandler(&ChecklistService::change),
             .takes = bodyOf<ChecklistItemPatch>(),
             .answers = pageOf<ChecklistItem>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/checklist/{itemId}",
             .summary = "Remove an item of a checklist",
             .handler = removeHandler(&ChecklistService::remove)},
            {.method = Method::Get,
             .path = "/tickets/{id}/time-entries",
             .summary = "The time that was spent on a ticket; for holders of ticket.note",
             .handler = listHandler(&TimeEntryService::list),
             .answers = pageOf<TimeEntry>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/time-entries",
             .summary = "Say that one spent time on a ticket",
             .body = Body::Json,
             .handler = addHandler(&TimeEntryService::add),
             .takes = bodyOf<TimeEntryDraft>(),
             .answers = pageOf<TimeEntry>()},
            {.method = Method::Patch,
             .path = "/tickets/{id}/time-entries/{entryId}",
             .summary = "Correct time that was spent on a ticket",
             .body = Body::Json,
             .handler = changeHandler(&TimeEntryService::change),
             .takes = bodyOf<TimeEntryPatch>(),
             .answers = pageOf<TimeEntry>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/time-entries/{entryId}",
             .summary = "Take back time that was spent on a ticket",
             .handler = removeHandler(&TimeEntryService::remove)},
    };
}

} // namespace Deskbell::Server
