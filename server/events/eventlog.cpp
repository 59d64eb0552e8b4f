// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventlog.h"

namespace Deskbell::Server {

Result<> appendEvent(Context &context, const EventDraft &draft)
{
    std::optional<QList<AccountId>> recipients;
    if (!draft.recipients.isEmpty())
        recipients = draft.recipients;
    auto rows = context.db.run("events/insert_event", {{":type", toWire(draft.type)},
                                                       {":ticket", draft.ticket},
                                                       {":internal", draft.internal},
                                                       {":recipients", recipients},
                                                       {":actor", context.principal.account},
                                                       {":data", draft.data},
                                                       {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    context.wroteEvents = true;
    return {};
}

} // namespace Deskbell::Server
