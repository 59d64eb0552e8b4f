// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/mentioncompleter.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "common/timeline/mentionquery.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto askAfter = std::chrono::milliseconds(150);
constexpr int widestList = 280;
constexpr int personRole = Qt::UserRole;

} // namespace

MentionCompleter::MentionCompleter(AppContext &context, QPlainTextEdit *text)
    : TextCompleter(text, u"mentions"_s)
    , m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(askAfter);
    connect(&m_pause, &QTimer::timeout, this, &MentionCompleter::ask);
    connect(text, &QPlainTextEdit::textChanged, this, &MentionCompleter::textChanged);
}

void MentionCompleter::setPlace(TicketId ticket, bool isInternal)
{
    if (m_ticket == ticket && m_isInternal == isInternal)
        return;
    if (m_ticket != ticket)
        m_chosen.clear();
    m_ticket = ticket;
    m_isInternal = isInternal;
    m_call = {};
    close();
}

QList<AccountId> MentionCompleter::mentionedIn(const QString &text) const
{
    QList<AccountId> mentioned;
    for (const PersonRef &person : m_chosen) {
        if (text.contains(u'@' + person.displayName) && !mentioned.contains(person.id))
            mentioned.append(person.id);
    }
    return mentioned;
}

QString MentionCompleter::typedName() const
{
    static const QRegularExpression behindAt(uR"((?:^|\s)@([\p{L}\p{N}.'-]{0,40})$)"_s);
    const auto match = behindAt.match(beforeCursor());
    if (!match.hasMatch())
        return {};
    const QString typed = match.captured(1);
    return typed.isNull() ? u""_s : typed;
}

void MentionCompleter::textChanged()
{
    if (typedName().isNull() || !text().hasFocus() || !m_ticket.isValid()) {
        m_pause.stop();
        m_call = {};
        close();
    } else {
        m_pause.start();
    }
}

void MentionCompleter::ask()
{
    const QString name = typedName();
    if (name.isNull())
        return;
    Api::Request request = Api::Request::get(u"/tickets/%1/mentionable"_s.arg(m_ticket.value()));
    for (const auto &[key, value] : toQuery(MentionQuery{
                 .search = name, .isInternal = m_isInternal ? std::optional(true) : std::nullopt}))
        request.query.append({key, value});
    m_call = m_context.client.fetch<MentionablePeople>(
            request, this, [this](const Result<MentionablePeople> &answer) {
                // Without an answer the name can be typed all the same.
                offer(answer ? answer->data : QList<PersonRef>());
            });
}

void MentionCompleter::offer(const QList<PersonRef> &people)
{
    model().clear();
    if (typedName().isNull())
        return close();
    for (const PersonRef &person : people) {
        auto *item = new QStandardItem(person.displayName);
        item->setData(QVariant::fromValue(person), personRole);
        model().appendRow(item);
    }
    open(widestList);
}

void MentionCompleter::insert(const QModelIndex &index)
{
    const auto person = index.data(personRole).value<PersonRef>();
    const QString typed = typedName();
    if (typed.isNull() || !person.id.isValid())
        return;
    m_chosen.append(person);
    replace(typed.size(), person.displayName + u' ');
}

} // namespace Deskbell::App
