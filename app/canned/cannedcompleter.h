// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/timeline/textcompleter.h"
#include "common/base/paging.h"
#include "common/canned/cannedreply.h"
#include "common/tickets/ticket.h"

namespace Deskbell::App {

struct AppContext;

/// Offers canned replies behind a "/" at the beginning of a line: those for the ticket and for what
/// is written (a reply or a note), each with what it will say and do. Puts in the text of the
/// chosen one, with the values of the ticket.
class CannedCompleter : public TextCompleter
{
    Q_OBJECT

public:
    CannedCompleter(AppContext &context, QPlainTextEdit *text);

    /// Where the text goes.
    void setPlace(const std::optional<Ticket> &ticket, bool isInternal);
    /// Types the "/", on a line of its own.
    void begin();

Q_SIGNALS:
    /// A macro was chosen: its text is there, what it does is up to others.
    void macroChosen(const Deskbell::CannedReply &macro);

protected:
    void insert(const QModelIndex &index) override;

private:
    void textChanged();
    /// What stands behind the "/" before the cursor; null when there is none.
    QString typedName() const;
    void ask();
    void askFrom(const QString &cursor);
    void received(const Result<Page<CannedReply>> &page);
    void offer();
    void say(const QString &what);
    QString expanded(const CannedReply &reply) const;

    AppContext &m_context;
    std::optional<Ticket> m_ticket;
    bool m_isInternal = false;
    bool m_asked = false; ///< since the "/" was typed
    QList<CannedReply> m_replies;
    QString m_failure; ///< why there are none
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
