// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/cannedcompleter.h"

#include "app/canned/cannedrowdelegate.h"
#include "app/canned/cannedtext.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/fuzzymatch.h"
#include "app/widgets/errortext.h"
#include "app/widgets/markdown.h"
#include "common/base/clock.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int widestOffer = 460;
constexpr int visibleReplies = 6;
constexpr int replyRole = Qt::UserRole;

} // namespace

CannedCompleter::CannedCompleter(AppContext &context, QPlainTextEdit *text)
    : TextCompleter(text, u"cannedReplies"_s)
    , m_context(context)
{
    completer().setMaxVisibleItems(visibleReplies);
    completer().popup()->setItemDelegate(new CannedRowDelegate(this));
    connect(text, &QPlainTextEdit::textChanged, this, &CannedCompleter::textChanged);
}

void CannedCompleter::setPlace(const std::optional<Ticket> &ticket, bool isInternal)
{
    const bool isOther
            = (ticket ? ticket->id : TicketId()) != (m_ticket ? m_ticket->id : TicketId())
              || isInternal != m_isInternal;
    m_ticket = ticket;
    m_isInternal = isInternal;
    if (!isOther)
        return;
    m_asked = false;
    m_call = {};
    close();
}

void CannedCompleter::begin()
{
    if (text().isReadOnly())
        return;
    text().setFocus(Qt::ShortcutFocusReason);
    QTextCursor cursor = text().textCursor();
    cursor.clearSelection();
    text().setTextCursor(cursor);
    replace(0, beforeCursor().trimmed().isEmpty() ? u"/"_s : u"\n/"_s);
}

QString CannedCompleter::typedName() const
{
    static const QRegularExpression behindSlash(uR"(^\s*/([^/\n]{0,60})$)"_s);
    const auto match = behindSlash.match(beforeCursor());
    if (!match.hasMatch())
        return {};
    const QString typed = match.captured(1);
    return typed.isNull() ? u""_s : typed;
}

void CannedCompleter::textChanged()
{
    const bool isFor
            = m_ticket && text().hasFocus() && usesCannedReplies(m_context.session.me().grants);
    if (!isFor || typedName().isNull()) {
        m_asked = false;
        m_call = {};
        close();
    } else if (!m_asked) {
        ask();
    } else {
        offer();
    }
}

void CannedCompleter::ask()
{
    m_asked = true;
    m_replies.clear();
    m_failure.clear();
    askFrom({});
}

/// Page by page: one looks for a name among all of them.
void CannedCompleter::askFrom(const QString &cursor)
{
    Api::Request request = Api::Request::get(u"/canned-replies"_s);
    request.query = {{u"ticket"_s, QString::number(m_ticket->id.value())},
                     {u"pageSize"_s, QString::number(maxPageSize)}};
    if (!cursor.isEmpty())
        request.query.append({u"cursor"_s, cursor});
    m_call = m_context.client.fetch<Page<CannedReply>>(
            request, this, [this](const Result<Page<CannedReply>> &page) { received(page); });
}

void CannedCompleter::received(const Result<Page<CannedReply>> &page)
{
    m_failure = page ? tr("There is no canned reply for this ticket yet") : sentence(page.error());
    for (const CannedReply &reply : page ? page->data : QList<CannedReply>()) {
        // What only acts is for both; words for staff never get into a reply.
        if (reply.text.isEmpty() || reply.isInternal == m_isInternal)
            m_replies.append(reply);
    }
    offer();
    if (page && !page->pagination.nextCursor.isEmpty())
        askFrom(page->pagination.nextCursor);
}

/// A line that cannot be chosen.
void CannedCompleter::say(const QString &what)
{
    auto *item = new QStandardItem(what);
    item->setFlags(Qt::NoItemFlags);
    model().appendRow(item);
}

void CannedCompleter::offer()
{
    const QString typed = typedName();
    if (typed.isNull())
        return close();
    QList<std::pair<int, CannedReply>> found;
    for (const CannedReply &reply : std::as_const(m_replies)) {
        if (const auto match = fuzzyMatch(typed.trimmed(), reply.name))
            found.append({match->score, reply});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    model().clear();
    for (const auto &[score, reply] : std::as_const(found)) {
        auto *item = new QStandardItem(reply.name);
        const QString words = Markdown::toPlainText(expanded(reply));
        const QString does = CannedText::actions(reply, &*m_ticket);
        item->setData(QVariant::fromValue(reply), replyRole);
        item->setData(words, CannedRowDelegate::WordsRole);
        item->setData(does, CannedRowDelegate::ActionsRole);
        item->setData(QStringList{reply.name, words, does}.join(u". "_s), Qt::AccessibleTextRole);
        item->setEditable(false);
        model().appendRow(item);
    }
    if (m_replies.isEmpty() && typed.isEmpty() && !m_failure.isEmpty())
        say(m_failure);
    open(widestOffer);
}

QString CannedCompleter::expanded(const CannedReply &reply) const
{
    return expandCanned(reply.text, CannedText::values(*m_ticket, m_context.session.me(),
                                                       m_context.clock.now()));
}

void CannedCompleter::insert(const QModelIndex &index)
{
    const auto reply = index.data(replyRole).value<CannedReply>();
    const QString typed = typedName();
    if (typed.isNull() || !reply.id.isValid() || !m_ticket)
        return;
    replace(typed.size() + 1, expanded(reply));
    if (!reply.actions.isEmpty())
        Q_EMIT macroChosen(reply);
}

} // namespace Deskbell::App
