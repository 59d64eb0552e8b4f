// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presence/presencestrip.h"

#include "app/presence/presencefeed.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/avatar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int mostAvatars = 5;

} // namespace

PresenceStrip::PresenceStrip(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_avatars(new QHBoxLayout)
    , m_words(new QLabel(this))
{
    setObjectName(u"presenceStrip"_s);
    m_words->setObjectName(u"presenceWords"_s);
    m_words->setFont(Fonts::small());
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_avatars->setSpacing(2);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::unit + 1, Metrics::pageMargin,
                               Metrics::unit + 1);
    layout->setSpacing(Metrics::gap);
    layout->addLayout(m_avatars);
    layout->addWidget(m_words, 1);
    connect(&context.presence, &PresenceFeed::changed, this, [this](TicketId ticket) {
        if (ticket == m_ticket)
            fill();
    });
    fill();
}

void PresenceStrip::setTicket(TicketId ticket)
{
    m_ticket = ticket;
    fill();
}

void PresenceStrip::fill()
{
    while (QLayoutItem *item = m_avatars->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto claim = m_context.presence.claimAt(m_ticket);
    QStringList sentences;
    QStringList names;
    if (claim) {
        sentences.append(tr("%1 is answering this ticket").arg(claim->person.displayName));
        names.append(claim->person.displayName);
    }
    for (const PresentPerson &one : m_context.presence.othersAt(m_ticket)) {
        if (claim && claim->person.id == one.person.id)
            continue;
        names.append(one.person.displayName);
        sentences.append(one.state == PresenceState::Typing
                                 ? tr("%1 is writing").arg(one.person.displayName)
                                 : tr("%1 is looking at it").arg(one.person.displayName));
    }
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), mostAvatars))) {
        auto *avatar = new Avatar(Metrics::avatar, this);
        avatar->setPerson(name);
        m_avatars->addWidget(avatar);
    }
    m_isClaimed = claim.has_value();
    const QString text = sentences.join(u" · "_s);
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText,
                     m_isClaimed ? Theme::tokens().tone(Tone::Amber).text : Theme::tokens().muted);
    m_words->setPalette(palette);
    m_words->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    update();
}

void PresenceStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

void PresenceStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.fillRect(rect(), m_isClaimed ? tokens.tone(Tone::Amber).background : tokens.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace Deskbell::App
