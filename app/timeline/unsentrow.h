// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Deskbell::App {

struct OutboxEntry;

/// One message that has not reached the server: its first words, what it waits for, and what can
/// be done about it.
class UnsentRow : public QWidget
{
    Q_OBJECT

public:
    explicit UnsentRow(const QByteArray &key, QWidget *parent = nullptr);

    const QByteArray &key() const { return m_key; }
    /// `namesTicket`: where rows of several tickets stand below each other.
    void show(const OutboxEntry &entry, bool isOffline, bool namesTicket);

Q_SIGNALS:
    void takeBackWanted();
    void sendWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QByteArray m_key;
    Tone m_tone = Tone::Slate;
    QLabel *m_state;
    QLabel *m_words;
    QPushButton *m_takeBack;
    QPushButton *m_send;
};

} // namespace Deskbell::App
