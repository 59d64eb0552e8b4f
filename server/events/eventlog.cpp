// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventlog.h"

#include <QJsonDocument>

namespace Deskbell::Server {

Result<> appendEvent(Context &context, const EventDraft &draft)
{
    auto recipients = QVariant(QMetaType(QMetaType::QString));
    if (!draft.recipients.isEmpty()) {
        QStringList ids;
        for (const AccountId recipient : draft.recipients)
            ids.append(QString::number(recipient.value()));
        recipients = QLatin1Char('{') + ids.join(QLatin1Char(',')) + QLatin1Char('}');
    }
    auto rows = context.db.run(
            "events/insert_event",
            {{":type", QString(toWire(draft.type))},
             {":ticket", draft.ticket},
             {":internal", draft.internal},
             {":recipients", recipients},
             {":actor", context.principal.account},
             {":data", QString::fromUtf8(QJsonDocument(draft.data).toJson(QJsonDocument::Compact))},
             {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    context.wroteEvents = true;
    return {};
}

} // namespace Deskbell::Server
