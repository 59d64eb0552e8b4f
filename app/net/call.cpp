// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/call.h"

#include "app/net/exchange.h"

#include <utility>

namespace Deskbell::App::Api {

Call::Call(Exchange *exchange)
    : m_exchange(exchange)
{}

bool Call::isRunning() const
{
    return m_exchange && m_exchange->isRunning();
}

void Call::cancel()
{
    if (m_exchange)
        m_exchange->cancel();
}

void Call::drop()
{
    if (m_exchange)
        m_exchange->drop();
}

void Call::pull()
{
    if (m_exchange)
        m_exchange->pull();
}

ScopedCall::ScopedCall(ScopedCall &&other) noexcept
    : m_call(std::exchange(other.m_call, {}))
{}

ScopedCall &ScopedCall::operator=(ScopedCall &&other) noexcept
{
    if (this != &other) {
        m_call.drop();
        m_call = std::exchange(other.m_call, {});
    }
    return *this;
}

ScopedCall::~ScopedCall()
{
    m_call.drop();
}

} // namespace Deskbell::App::Api
