// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes on a socket of the HTTP front: a request or a refusal, and the same one however the
// bytes were cut into pieces. The first byte chooses the length of the pieces.
#include "server/http/limits.h"
#include "server/http/requestparser.h"
#include "tests/fuzz/property.h"

using namespace Deskbell::Http;

namespace {

struct Outcome
{
    RequestParser::Step step = RequestParser::Step::NeedMore;
    int refused = 0;
    Method method = Method::Get;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool keepsAlive = false;
    qsizetype used = 0; ///< bytes of the input, once complete

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

constexpr qint64 bodyLimit = 512;

/// Feeds `bytes` in pieces, as a connection does, until there is a request or a refusal.
Outcome receive(QByteArrayView bytes, qsizetype piece)
{
    static const HttpLimits limits;
    RequestParser parser(limits);
    Outcome outcome;
    QByteArray waiting;
    bool hasHead = false;
    for (qsizetype at = 0; at < bytes.size() && outcome.step == RequestParser::Step::NeedMore;
         at += piece) {
        waiting += bytes.sliced(at, std::min(piece, bytes.size() - at));
        if (!hasHead) {
            outcome.step = parser.parseHead(waiting);
            if (outcome.step != RequestParser::Step::Complete)
                continue;
            hasHead = true;
            outcome.method = parser.head().method;
            outcome.target = parser.head().target;
            outcome.headers = parser.head().headers.all();
            outcome.keepsAlive = parser.keepsAlive();
            outcome.used = parser.headSize();
            waiting.remove(0, parser.headSize());
            outcome.step = parser.setBodyLimit(bodyLimit);
        }
        if (outcome.step == RequestParser::Step::NeedMore) {
            qsizetype used = 0;
            outcome.step = parser.parseBody(waiting, used, outcome.body);
            waiting.remove(0, used);
            outcome.used += used;
        }
    }
    mustHold(outcome.body.size() <= bodyLimit, "no more of a body is taken than is allowed");
    if (outcome.step == RequestParser::Step::Refused) {
        Outcome refusal; // how far it had come is nobody's business
        refusal.step = outcome.step;
        refusal.refused = parser.refusal().status;
        mustHold(refusal.refused >= 400, "a refusal has a status");
        return refusal;
    }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    const Outcome whole = receive(bytes, bytes.size());
    const Outcome pieces = receive(bytes, data[0] % 16 + 1);
    if (whole.step == RequestParser::Step::Complete)
        mustHold(pieces == whole, "a request does not depend on how its bytes came");
    else
        mustHold(pieces.step == whole.step, "nor does a refusal");
    return 0;
}
