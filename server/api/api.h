// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/routetable.h"
#include "server/http/application.h"

namespace Deskbell::Server {

/// The one way of every request: route → connection → authentication → shape of the body → handler
/// → answer (docs/architecture.md). Called by the HTTP front from its workers.
class Api final : public Http::Application
{
public:
    /// `environment` must outlive this.
    Api(const Environment &environment, RouteTable routes);

    Http::BodyPlan plan(const Http::RequestHead &head) const override;
    Http::Response handle(const Http::Request &request) override;
    std::variant<Http::Response, std::unique_ptr<Http::BodySink>>
    openSink(const Http::RequestHead &head) override;
    Http::Subscription subscribe(const Http::RequestHead &head) override;
    Http::Response refusal(int status, const QByteArray &key,
                           const QByteArray &requestId) const override;

private:
    Result<Context> makeContext(const Route &route, const Http::RequestHead &head) const;
    Result<Http::Response> answer(const RouteTable::Match &match, const Http::Request &request,
                                  Context &context) const;

    const Environment &m_environment;
    const RouteTable m_routes;
};

} // namespace Deskbell::Server
