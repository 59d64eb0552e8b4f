// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/timeline/textcompleter.h"
#include "common/accounts/personref.h"

#include <QTimer>

namespace Deskbell::App {

struct AppContext;

/// Offers names behind an "@" in a text field: people who can read what is written there, as the
/// server says. Remembers whom it has put in.
class MentionCompleter : public TextCompleter
{
    Q_OBJECT

public:
    MentionCompleter(AppContext &context, QPlainTextEdit *text);

    /// Where the text goes; another place knows nobody yet.
    void setPlace(TicketId ticket, bool isInternal);
    /// Whom the text addresses, of those who were chosen here.
    QList<AccountId> mentionedIn(const QString &text) const;

protected:
    void insert(const QModelIndex &index) override;

private:
    void textChanged();
    /// What stands behind the "@" before the cursor; null when there is none.
    QString typedName() const;
    void ask();
    void offer(const QList<PersonRef> &people);

    AppContext &m_context;
    TicketId m_ticket;
    bool m_isInternal = false;
    QList<PersonRef> m_chosen;
    QTimer m_pause;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
