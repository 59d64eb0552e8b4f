// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/reactionbar.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/popups.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ReactionBar::ReactionBar(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(new FlowLayout(this, Metrics::unit))
{
    setObjectName(u"reactions"_s);
    hide();
}

QString ReactionBar::name(ReactionKind kind)
{
    switch (kind) {
    case ReactionKind::ThumbsUp: return tr("Good");
    case ReactionKind::Heart: return tr("Thank you");
    case ReactionKind::Celebrate: return tr("Great");
    case ReactionKind::Done: return tr("Done");
    case ReactionKind::Eyes: return tr("I look at it");
    case ReactionKind::Question: return tr("I have a question");
    }
    Q_UNREACHABLE();
}

QString ReactionBar::icon(ReactionKind kind)
{
    switch (kind) {
    case ReactionKind::ThumbsUp: return u"thumb-up"_s;
    case ReactionKind::Heart: return u"heart"_s;
    case ReactionKind::Celebrate: return u"star"_s;
    case ReactionKind::Done: return u"check"_s;
    case ReactionKind::Eyes: return u"eye"_s;
    case ReactionKind::Question: return u"help"_s;
    }
    Q_UNREACHABLE();
}

void ReactionBar::setEntry(const TimelineEntry &entry)
{
    const bool isSame = m_entry.id == entry.id && m_entry.reactions == entry.reactions;
    m_entry = entry;
    if (!isSame)
        fill();
}

bool ReactionBar::isMine(ReactionKind kind) const
{
    const AccountId me = m_context.session.me().account.id;
    return std::any_of(
            m_entry.reactions.cbegin(), m_entry.reactions.cend(), [&](const Reaction &reaction) {
                return reaction.kind == kind
                       && std::any_of(reaction.people.cbegin(), reaction.people.cend(),
                                      [me](const PersonRef &one) { return one.id == me; });
            });
}

void ReactionBar::fill()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    for (const Reaction &reaction : std::as_const(m_entry.reactions)) {
        QStringList names;
        for (const PersonRef &person : reaction.people)
            names.append(person.displayName);
        auto *button = new QToolButton(this);
        button->setObjectName(u"reaction."_s + toWire(reaction.kind));
        button->setIcon(Icons::icon(icon(reaction.kind), isMine(reaction.kind)
                                                                 ? Icons::Ink::Accent
                                                                 : Icons::Ink::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setText(QString::number(reaction.people.size()));
        button->setFont(Fonts::tabular(Fonts::small()));
        button->setCheckable(true);
        button->setChecked(isMine(reaction.kind));
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(name(reaction.kind) + u": "_s + names.join(u", "_s));
        button->setAccessibleName(button->toolTip());
        connect(button, &QToolButton::clicked, this,
                [this, kind = reaction.kind] { toggle(kind); });
        m_flow->addWidget(button);
        button->show();
    }
    setVisible(!m_entry.reactions.isEmpty());
    updateGeometry();
}

void ReactionBar::chooseFrom(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"reactionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &row : WireEnum<ReactionKind>::names) {
        QAction *action = menu->addAction(Icons::icon(icon(row.value)), name(row.value), this,
                                          [this, kind = row.value] { toggle(kind); });
        action->setCheckable(true);
        action->setChecked(isMine(row.value));
    }
    menu->popup(globalPosition);
}

void ReactionBar::toggle(ReactionKind kind)
{
    const QString path = u"/tickets/%1/replies/%2/reactions/%3"_s.arg(
            QString::number(m_entry.ticketId.value()), QString::number(m_entry.id.value()),
            QString(toWire(kind)));
    const Api::Request request
            = isMine(kind) ? Api::Request::remove(path) : Api::Request::put(path, {});
    // How it is then, the event says, here as everywhere.
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        if (answer)
            return;
        fill();
        Popups::of(this).error(tr("The sign could not be set"), answer.error());
    });
}

void ReactionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
