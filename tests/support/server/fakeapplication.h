// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"

#include <QHash>

#include <functional>

namespace Deskbell::Testing {

/// An application that does what a test tells it, by path. Fill it before the server starts.
class FakeApplication final : public Http::Application
{
public:
    using Sink = std::variant<Http::Response, std::unique_ptr<Http::BodySink>>;

    struct Route
    {
        Http::BodyPlan plan = {.kind = Http::BodyPlan::Kind::Buffered, .limit = 1024 * 1024};
        std::function<Http::Response(const Http::Request &)> handle = {};
        std::function<Sink(const Http::RequestHead &)> openSink = {};
        std::function<Http::Subscription(const Http::RequestHead &)> subscribe = {};
    };

    Route &operator[](const QString &path) { return m_routes[path]; }

    /// 404 for an unknown path, as a refusal.
    Http::BodyPlan plan(const Http::RequestHead &head) const override;
    Http::Response handle(const Http::Request &request) override;
    Sink openSink(const Http::RequestHead &head) override;
    Http::Subscription subscribe(const Http::RequestHead &head) override;
    /// The body is the key.
    Http::Response refusal(int status, const QByteArray &key,
                           const QByteArray &requestId) const override;

private:
    QHash<QString, Route> m_routes;
};

} // namespace Deskbell::Testing
