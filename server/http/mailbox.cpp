// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace Deskbell::Http {

void Mailbox::post(Letter letter)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    m_letters.push_back(std::move(letter));
    // Posted under the lock, so that the receiver cannot go in between.
    if (m_letters.size() == 1)
        QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::Type(arrival())));
}

void Mailbox::open(QObject *receiver)
{
    const std::lock_guard lock(m_mutex);
    m_receiver = receiver;
}

void Mailbox::close()
{
    std::vector<Letter> unread; // destroyed after the lock is given back
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    unread.swap(m_letters);
}

void Mailbox::empty()
{
    std::vector<Letter> letters;
    {
        const std::lock_guard lock(m_mutex);
        letters.swap(m_letters);
    }
    for (const Letter &letter : letters)
        letter();
}

int Mailbox::arrival()
{
    static const int type = QEvent::registerEventType();
    return type;
}

} // namespace Deskbell::Http
