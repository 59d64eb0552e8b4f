// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/events/eventroutes.h"

#include "common/base/query.h"
#include "server/base/environment.h"
#include "server/events/eventpump.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using Channel = std::shared_ptr<Http::EventChannel>;

struct ResumeQuery
{
    QString lastEventId = {};
};

void read(QueryReader &reader, ResumeQuery &query)
{
    reader.text("lastEventId"_L1, query.lastEventId, 64);
}

/// Where the client left off: the header that browsers send on their own, or the parameter.
Result<QByteArray> resumeText(const Http::RequestHead &head)
{
    auto query = parseQuery(head.query).and_then(fromQuery<ResumeQuery>);
    if (!query)
        return fail(query.error());
    const QByteArray header = head.headers.value("Last-Event-ID").trimmed();
    return header.isEmpty() ? query->lastEventId.toUtf8() : header;
}

Result<Channel> openStream(Context &context, const Input &input)
{
    auto text = resumeText(input.head());
    if (!text)
        return fail(text.error());
    std::optional<ResumeToken> after;
    if (!text->isEmpty()) {
        after = resumeTokenFromText(*text);
        if (!after) {
            return fail({.code = ErrorCode::Malformed,
                         .key = "events.token_malformed",
                         .detail = u"This is not an id that the stream has sent."_s});
        }
    }
    return context.environment.events.subscribe(context.principal.account,
                                                context.principal.session, after);
}

} // namespace

Routes eventRoutes()
{
    return {{.method = Http::Method::Get,
             .path = "/events",
             .summary = "What happens, as it happens, to whatever one may see",
             .body = Route::Body::Events,
             .subscribe = &openStream,
             .parameters = [] { return parametersOf<ResumeQuery>(); },
             .answers = {.mediaType = "text/event-stream"_ba}}};
}

} // namespace Deskbell::Server
