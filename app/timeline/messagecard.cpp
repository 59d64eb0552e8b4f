// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/messagecard.h"

#include "app/attachments/attachmentstrip.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/timeline/reactionbar.h"
#include "app/widgets/avatar.h"
#include "app/widgets/badge.h"
#include "app/widgets/markdown.h"
#include "app/widgets/markdownview.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

MessageCard::MessageCard(AppContext &context, const TimelineEntry &entry, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_entry(entry)
    , m_avatar(new Avatar(Metrics::avatar, this))
    , m_name(new QLabel(this))
    , m_time(new QLabel(this))
    , m_solution(new Badge(this))
    , m_text(new MarkdownView(this))
    , m_files(new AttachmentStrip(context, this))
    , m_reactions(new ReactionBar(context, this))
    , m_react(new QToolButton(this))
{
    setObjectName(u"messageCard"_s);
    setFocusPolicy(Qt::TabFocus);
    m_name->setFont(Fonts::bodyBold());
    m_name->setTextFormat(Qt::PlainText);
    m_time->setFont(Fonts::small());
    m_time->setTextFormat(Qt::PlainText);

    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::gap);
    head->addWidget(m_avatar);
    head->addWidget(m_name);
    head->addWidget(m_time);
    head->addStretch();
    head->addWidget(m_solution);
    head->addWidget(m_react);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::margin, Metrics::gap, Metrics::margin, Metrics::gap + 2);
    layout->setSpacing(Metrics::unit);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_files);
    layout->addWidget(m_reactions);
    m_react->setObjectName(u"react"_s);
    m_react->setIcon(Icons::icon(u"smile-plus", Icons::Ink::Muted));
    m_react->setAutoRaise(true);
    m_react->setFocusPolicy(Qt::TabFocus);
    m_react->setFixedSize(Metrics::avatar + Metrics::unit, Metrics::avatar);
    connect(m_react, &QToolButton::clicked, this, [this] {
        m_reactions->chooseFrom(m_react->mapToGlobal(QPoint(0, m_react->height())));
    });
    connect(m_text, &MarkdownView::linkChosen, this, &MessageCard::linkChosen);
    connect(&Ticker::instance(), &Ticker::minutePassed, this, &MessageCard::fill);
    fill();
}

void MessageCard::setEntry(const TimelineEntry &entry)
{
    m_entry = entry;
    fill();
}

void MessageCard::setTakesReactions(bool takes)
{
    m_takesReactions = takes;
    fill();
}

void MessageCard::fill()
{
    const Tokens &tokens = Theme::tokens();
    const QString author = m_entry.author ? m_entry.author->displayName : tr("The system");
    m_avatar->setPerson(author);
    m_name->setText(author);

    QStringList facts{TimeText::moment(m_entry.createdAt, m_context.clock.now())};
    if (m_entry.isInternal)
        facts.append(tr("Internal note"));
    if (m_entry.editedAt.isValid())
        facts.append(tr("edited"));
    m_time->setText(facts.join(u" · "_s));
    m_time->setToolTip(TimeText::exact(m_entry.createdAt));
    m_solution->setBadge({.text = tr("Solution"), .tone = Tone::Green});
    m_solution->setVisible(m_entry.isSolution);

    const QColor text = m_entry.isInternal ? tokens.noteText : tokens.text;
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Text, text);
    m_text->setPalette(palette);
    for (QLabel *label : {m_name, m_time}) {
        QPalette labels = label->palette();
        labels.setColor(QPalette::WindowText,
                        label == m_time && !m_entry.isInternal ? tokens.muted : text);
        label->setPalette(labels);
    }
    const bool removed = m_entry.deletedAt.isValid();
    const QString message
            = removed ? u"*"_s + tr("This message was deleted.") + u'*' : m_entry.message;
    if (m_text->markdownText() != message)
        m_text->setMarkdownText(message);
    QStringList mentions;
    for (const PersonRef &person : std::as_const(m_entry.mentions))
        mentions.append(u'@' + person.displayName);
    m_text->setHighlights(removed ? QStringList() : mentions);
    m_reactions->setEntry(m_entry);
    m_react->setVisible(m_takesReactions && !removed);
    m_react->setToolTip(tr("Set a sign"));
    m_react->setAccessibleName(tr("Set a sign on this message"));
    m_files->setAttachments(removed ? QList<Attachment>() : m_entry.attachments);
    setAccessibleName(m_entry.isInternal ? tr("Internal note by %1").arg(author)
                                         : tr("Reply by %1").arg(author));
    setAccessibleDescription(Markdown::toPlainText(message));
    update();
}

void MessageCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = hasFocus()           ? tokens.accent
                        : m_entry.isInternal ? tokens.noteBorder
                                             : tokens.border;
    painter.setPen(edge);
    painter.setBrush(m_entry.isInternal ? tokens.noteBackground : tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                            Metrics::cardRadius);
}

void MessageCard::changeEvent(QEvent *event)
{
    // The palettes set in fill() come back as PaletteChange of the children, not of this widget.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        fill();
    QFrame::changeEvent(event);
}

void MessageCard::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace Deskbell::App
