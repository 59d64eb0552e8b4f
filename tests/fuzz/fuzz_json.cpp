// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the body of a request or the answer of a server: read or refused, and what was read
// is written and read again as the same value. The first byte chooses the type.
#include "common/access/grants.h"
#include "common/base/jsonreader.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketdraft.h"
#include "common/tickets/ticketpatch.h"
#include "common/timeline/replydraft.h"
#include "common/timeline/timelineentry.h"
#include "common/workflows/workflowdefinition.h"
#include "tests/fuzz/property.h"

#include <QJsonDocument>

using namespace Deskbell;

namespace {

template <class T>
void readAndWrite(QByteArrayView json)
{
    const Result<T> value = fromJsonBytes<T>(json);
    if (!value) {
        mustHold(!value.error().key.isEmpty(), "a refusal has a key");
        return;
    }
    const QByteArray written = QJsonDocument(toJson(*value)).toJson(QJsonDocument::Compact);
    const Result<T> again = fromJsonBytes<T>(written);
    mustHold(again.has_value(), "what was written can be read");
    mustHold(*again == *value, "what was written is what was read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    using Reader = void (*)(QByteArrayView);
    constexpr Reader readers[] = {
            readAndWrite<TicketDraft>,   readAndWrite<TicketPatch>,
            readAndWrite<ReplyDraft>,    readAndWrite<Ticket>,
            readAndWrite<TimelineEntry>, readAndWrite<WorkflowDefinition>,
            readAndWrite<Grants>,
    };
    const QByteArrayView json(data + 1, qsizetype(size) - 1);
    readers[data[0] % std::size(readers)](json);

    if (scanJson(json).has_value()) {
        QJsonParseError error;
        QJsonDocument::fromJson(json.toByteArray(), &error);
        mustHold(error.error == QJsonParseError::NoError
                         || error.error == QJsonParseError::DeepNesting
                         || json.trimmed().front() != '{',
                 "what the scan accepts, Qt can parse");
    }
    return 0;
}
