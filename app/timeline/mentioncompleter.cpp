// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/mentioncompleter.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "common/timeline/mentionquery.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto askAfter = std::chrono::milliseconds(150);
constexpr int widestList = 280;
constexpr int personRole = Qt::UserRole;

} // namespace

MentionCompleter::MentionCompleter(AppContext &context, QPlainTextEdit *text)
    : QObject(text)
    , m_context(context)
    , m_text(text)
    , m_model(new QStandardItemModel(this))
{
    m_completer.setModel(m_model);
    m_completer.setWidget(text);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.popup()->setObjectName(u"mentions"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(askAfter);
    connect(&m_pause, &QTimer::timeout, this, &MentionCompleter::ask);
    connect(text, &QPlainTextEdit::textChanged, this, &MentionCompleter::textChanged);
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &MentionCompleter::insert);
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
    m_completer.popup()->hide();
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

bool MentionCompleter::isOpen() const
{
    return m_completer.popup()->isVisible();
}

QString MentionCompleter::typedName() const
{
    static const QRegularExpression behindAt(uR"((?:^|\s)@([\p{L}\p{N}.'-]{0,40})$)"_s);
    const QTextCursor cursor = m_text->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const auto match = behindAt.match(before);
    if (!match.hasMatch())
        return {};
    const QString typed = match.captured(1);
    return typed.isNull() ? u""_s : typed;
}

void MentionCompleter::textChanged()
{
    if (typedName().isNull() || !m_text->hasFocus() || !m_ticket.isValid()) {
        m_pause.stop();
        m_call = {};
        m_completer.popup()->hide();
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
    m_model->clear();
    for (const PersonRef &person : people) {
        auto *item = new QStandardItem(person.displayName);
        item->setData(QVariant::fromValue(person), personRole);
        m_model->appendRow(item);
    }
    if (people.isEmpty() || typedName().isNull() || !m_text->hasFocus()) {
        m_completer.popup()->hide();
        return;
    }
    QRect place = m_text->cursorRect();
    place.setWidth(widestList);
    m_completer.complete(place);
    m_completer.popup()->setCurrentIndex(m_completer.completionModel()->index(0, 0));
}

void MentionCompleter::insert(const QModelIndex &index)
{
    const auto person = index.data(personRole).value<PersonRef>();
    const QString typed = typedName();
    if (typed.isNull() || !person.id.isValid())
        return;
    m_chosen.append(person);
    QTextCursor cursor = m_text->textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(typed.size()));
    cursor.insertText(person.displayName + u' ');
    m_text->setTextCursor(cursor);
}

} // namespace Deskbell::App
