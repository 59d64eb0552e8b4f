// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democannedreplies.h"

#include "server/canned/cannedservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<> addCannedReplies(Context &context, DeskId desk)
{
    const AssigneeChoice me{.kind = AssigneeChoice::Kind::Me};
    const QList<CannedDraft> replies{
            {.name = u"Greeting"_s,
             .text = u"Dear {{requester.first_name}},\n\nthank you for your request "
                     "{{ticket.number}}. I look at it and come back to you.\n\n"
                     "Kind regards\n{{agent.name}}"_s},
            {.name = u"I take care of it"_s,
             .text = u"Dear {{requester.first_name}},\n\nI take care of “{{ticket.title}}”."_s,
             .actions = {.assignedTo = me, .status = u"in_progress"_s}},
            {.name = u"More details, please"_s,
             .text = u"Dear {{requester.first_name}},\n\nto find the cause I need to know:\n\n"
                     "- since when it happens\n- on which computer\n- what the message says"_s,
             .actions = {.status = u"waiting_for_requester"_s, .addTags = {u"question"_s}}},
            {.name = u"Solved"_s,
             .text = u"Dear {{requester.first_name}},\n\nthat should work again. If it does not, "
                     "just answer.\n\nKind regards\n{{agent.name}}"_s,
             .actions = {.status = u"resolved"_s}},
            {.name = u"Called, nobody there"_s,
             .text = u"I have called {{requester.name}} and reached nobody."_s,
             .isInternal = true},
            {.name = u"Everybody is affected"_s,
             .actions = {.priority = Priority::Urgent, .addTags = {u"outage"_s}}},
    };
    for (CannedDraft reply : replies) {
        reply.scope = CannedScope::Desk;
        reply.desk = desk;
        if (auto made = CannedService::create(context, reply); !made)
            return fail(made.error());
    }
    return {};
}

} // namespace Deskbell::Server
