// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/fakeapplication.h"

namespace Deskbell::Testing {

Http::BodyPlan FakeApplication::plan(const Http::RequestHead &head) const
{
    const auto route = m_routes.find(head.path);
    if (route != m_routes.end())
        return route->plan;
    return {.kind = Http::BodyPlan::Kind::Refused,
            .limit = 0,
            .refusal = {.status = 404, .headers = {}, .body = "not_found"}};
}

Http::Response FakeApplication::handle(const Http::Request &request)
{
    return m_routes.find(request.head.path)->handle(request);
}

FakeApplication::Sink FakeApplication::openSink(const Http::RequestHead &head)
{
    return m_routes.find(head.path)->openSink(head);
}

Http::Subscription FakeApplication::subscribe(const Http::RequestHead &head)
{
    return m_routes.find(head.path)->subscribe(head);
}

Http::Response FakeApplication::refusal(int status, const QByteArray &key, const QByteArray &) const
{
    return {.status = status, .headers = {}, .body = key};
}

} // namespace Deskbell::Testing
