// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include <utility>

namespace Deskbell::App::Api {

class Exchange;

/// A running call, to be given up. Cheap to copy and to ignore: the call goes on without it.
class Call
{
public:
    Call() = default;
    explicit Call(Exchange *exchange);

    bool isRunning() const;
    /// Gives the call up; its callback gets ErrorCode::Cancelled, after this returned.
    void cancel();
    /// Gives the call up; its callback is never called.
    void drop();
    /// The sink is hungry again.
    void pull();

private:
    QPointer<Exchange> m_exchange;
};

/// Owns a call: when it goes, or gets another one, the old call is dropped. For "only the latest
/// search counts".
class ScopedCall
{
public:
    ScopedCall() = default;
    ScopedCall(Call call)
        : m_call(std::move(call))
    {}
    ScopedCall(ScopedCall &&other) noexcept;
    ScopedCall &operator=(ScopedCall &&other) noexcept;
    ~ScopedCall();

    Call &operator*() { return m_call; }
    Call *operator->() { return &m_call; }

private:
    Q_DISABLE_COPY(ScopedCall)
    Call m_call;
};

} // namespace Deskbell::App::Api
