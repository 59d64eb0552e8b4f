// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the query of a ticket list: read or refused, and a filter that was read is written
// and read again as the same filter.
#include "common/tickets/ticketfilter.h"
#include "tests/fuzz/property.h"

using namespace Deskbell;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto items = parseQuery(QByteArrayView(data, qsizetype(size)));
    if (!items)
        return 0;
    const auto written = parseQuery(formatQuery(*items));
    mustHold(written.has_value() && *written == *items, "a query is written as it was read");

    const auto filter = fromQuery<TicketFilter>(*items);
    if (!filter)
        return 0;
    const auto again = fromQuery<TicketFilter>(toQuery(*filter));
    mustHold(again.has_value(), "a filter that was written can be read");
    mustHold(*again == *filter, "a filter is written as it was read");
    return 0;
}
