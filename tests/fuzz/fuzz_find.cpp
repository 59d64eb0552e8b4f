// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query of the search box: read, or refused with a word that is in it; what was read
// is written and read again as the same query.
#include "common/find/findquery.h"
#include "tests/fuzz/property.h"

using namespace Deskbell;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const ParsedFind parsed = parseFind(text);
    if (parsed.fault) {
        mustHold(parsed.fault->position >= 0 && parsed.fault->length > 0
                         && parsed.fault->position + parsed.fault->length <= text.size(),
                 "what is wrong is a part of the text");
        return 0;
    }
    const ParsedFind again = parseFind(toText(parsed.query));
    mustHold(!again.fault, "a query that was written can be read");
    mustHold(again.query == parsed.query, "a query is written as it was read");
    return 0;
}
