// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/base/environment.h"

namespace Deskbell::Server {

/// Who sends a body that arrives piece by piece. Each piece may be handled by another worker, so a
/// context is made anew for each of them.
class Caller
{
public:
    explicit Caller(const Context &context)
        : m_environment(context.environment)
        , m_principal(context.principal)
        , m_requestId(context.requestId)
        , m_peer(context.peer)
    {}

    Context context() const
    {
        return {.db = m_environment.connection(),
                .environment = m_environment,
                .principal = m_principal,
                .requestId = m_requestId,
                .peer = m_peer};
    }
    const Environment &environment() const { return m_environment; }

private:
    const Environment &m_environment;
    const Principal m_principal;
    const QByteArray m_requestId;
    const QString m_peer;
};

} // namespace Deskbell::Server
