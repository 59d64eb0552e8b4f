// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/tickettemplateroutes.h"

#include "server/desks/managedroutes.h"
#include "server/tickets/tickettemplateservice.h"

namespace Deskbell::Server {

Routes ticketTemplateRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {{.method = Method::Get,
             .path = "/ticket-templates",
             .summary = "What new requests of one's desks can begin with",
             .handler = listHandler(&TicketTemplateService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<TicketTemplate>()},
            {.method = Method::Post,
             .path = "/ticket-templates",
             .summary = "Make a ticket template",
             .body = Body::Json,
             .handler = createHandler(&TicketTemplateService::create),
             .takes = bodyOf<TicketTemplateDraft>(),
             .answers = bodyOf<TicketTemplate>()},
            {.method = Method::Patch,
             .path = "/ticket-templates/{id}",
             .summary = "Change a ticket template",
             .body = Body::Json,
             .handler = changeHandler(&TicketTemplateService::change),
             .takes = bodyOf<TicketTemplatePatch>(),
             .answers = bodyOf<TicketTemplate>()},
            {.method = Method::Delete,
             .path = "/ticket-templates/{id}",
             .summary = "Remove a ticket template",
             .handler = removeHandler(&TicketTemplateService::remove)}};
}

} // namespace Deskbell::Server
