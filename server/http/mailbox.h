// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <vector>

class QObject;

namespace Deskbell::Http {

/// How other threads reach the I/O thread: letters gather until it comes around, and however many
/// there are, they cost one event. Shared, because workers and event channels outlive the front.
class Mailbox
{
public:
    using Letter = std::function<void()>;

    /// From any thread. The letter runs on the receiver's thread, or never, after close().
    void post(Letter letter);

    /// Whom to send Mailbox::arrival to when the first letter comes. Receiver's thread.
    void open(QObject *receiver);
    void close();
    /// Runs what has come. Receiver's thread.
    void empty();

    /// The type of the event that the receiver gets.
    static int arrival();

private:
    std::mutex m_mutex;
    std::vector<Letter> m_letters;
    QObject *m_receiver = nullptr;
};

} // namespace Deskbell::Http
