// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/unsentrow.h"

#include "app/shell/theme.h"
#include "app/store/outboxitem.h"
#include "app/widgets/errortext.h"
#include "app/widgets/markdown.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr qsizetype excerptLength = 120;

QString excerpt(const OutboxItem &item)
{
    if (item.kind == OutboxKind::Change)
        return item.title;
    const QString text = Markdown::toPlainText(item.body["message"_L1].toString()).simplified();
    return text.size() > excerptLength ? text.left(excerptLength) + u'…' : text;
}

/// What it waits for, of each kind.
struct StateWords
{
    QString underWay;
    QString offline;
    QString inTurn;
    QString refused; ///< "…: %1"
};

StateWords wordsOf(OutboxKind kind)
{
    switch (kind) {
    case OutboxKind::Reply:
        return {UnsentRow::tr("Sending the reply…"),
                UnsentRow::tr("The reply waits for the connection"),
                UnsentRow::tr("The reply waits for its turn"),
                UnsentRow::tr("The reply was not sent: %1")};
    case OutboxKind::Note:
        return {UnsentRow::tr("Saving the note…"),
                UnsentRow::tr("The note waits for the connection"),
                UnsentRow::tr("The note waits for its turn"),
                UnsentRow::tr("The note was not saved: %1")};
    case OutboxKind::Change:
        return {UnsentRow::tr("Saving the change…"),
                UnsentRow::tr("The change waits for the connection"),
                UnsentRow::tr("The change waits for its turn"),
                UnsentRow::tr("The change was not accepted: %1")};
    }
    Q_UNREACHABLE();
}

Tone toneOf(const OutboxEntry &entry, bool isOffline)
{
    if (entry.state == OutboxEntry::State::Refused)
        return Tone::Red;
    return isOffline || entry.lastFailure ? Tone::Amber : Tone::Slate;
}

} // namespace

UnsentRow::UnsentRow(const QByteArray &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_state(new QLabel(this))
    , m_words(new QLabel(this))
    , m_takeBack(new QPushButton(this))
    , m_send(new QPushButton(this))
{
    setObjectName(u"unsentRow"_s);
    m_state->setObjectName(u"unsentState"_s);
    m_words->setObjectName(u"unsentWords"_s);
    m_takeBack->setObjectName(u"unsentTakeBack"_s);
    m_send->setObjectName(u"unsentSend"_s);
    m_state->setFont(Fonts::bodyBold());
    m_words->setFont(Fonts::small());
    for (QLabel *label : {m_state, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_state);
    words->addWidget(m_words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, Metrics::gap, Metrics::gap, Metrics::gap);
    row->setSpacing(Metrics::gap);
    row->addLayout(words, 1);
    row->addWidget(m_takeBack);
    row->addWidget(m_send);
    connect(m_takeBack, &QPushButton::clicked, this, &UnsentRow::takeBackWanted);
    connect(m_send, &QPushButton::clicked, this, &UnsentRow::sendWanted);
}

void UnsentRow::show(const OutboxEntry &entry, bool isOffline, bool namesTicket)
{
    using State = OutboxEntry::State;
    const StateWords words = wordsOf(entry.item.kind);
    m_tone = toneOf(entry, isOffline);
    QString state;
    switch (entry.state) {
    case State::Held:
        state = tr("Reply goes out in %n second(s)", nullptr,
                   int((entry.due.remainingTime() + 999) / 1000));
        break;
    case State::UnderWay: state = words.underWay; break;
    case State::Waiting:
        state = isOffline           ? words.offline
                : entry.lastFailure ? tr("Not sent yet, it is tried again: %1")
                                              .arg(sentence(*entry.lastFailure))
                                    : words.inTurn;
        break;
    case State::Refused:
        state = words.refused.arg(sentence(entry.item.refusal.value_or(Error())));
        break;
    }
    const TonePair &pair = Theme::tokens().tone(m_tone);
    for (QLabel *label : {m_state, m_words}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, pair.text);
        label->setPalette(palette);
    }
    m_state->setText(namesTicket ? u"%1: %2"_s.arg(entry.item.ticketNumber, state) : state);
    m_words->setText(excerpt(entry.item));
    m_takeBack->setText(entry.state != State::Refused           ? tr("Undo")
                        : entry.item.kind == OutboxKind::Change ? tr("Discard")
                                                                : tr("Edit"));
    m_send->setText(entry.state == State::Refused ? tr("Send again") : tr("Send now"));
    m_takeBack->setAccessibleName(u"%1: %2"_s.arg(m_takeBack->text(), m_words->text()));
    m_send->setAccessibleName(u"%1: %2"_s.arg(m_send->text(), m_words->text()));
    m_takeBack->setVisible(entry.state != State::UnderWay);
    m_send->setVisible(entry.state == State::Refused || entry.state == State::Held
                       || (entry.state == State::Waiting && entry.lastFailure && !isOffline));
    update();
}

void UnsentRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.border);
    painter.setBrush(tokens.tone(m_tone).background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                            Metrics::cardRadius);
}

} // namespace Deskbell::App
