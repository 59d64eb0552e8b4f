// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketrowdelegate.h"

#include "app/shell/theme.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/avatar.h"
#include "app/widgets/badge.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int edge = 3; ///< the selection's mark at the left
constexpr int lineGap = 4;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// Draws elided text that ends at `right` at the latest; answers where it ended.
int drawText(QPainter *painter, int left, int right, int top, int height, const QFont &font,
             const QColor &color, const QString &text)
{
    if (right <= left || text.isEmpty())
        return left;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, right - left);
    painter->setFont(font);
    painter->setPen(color);
    const int width = metrics.horizontalAdvance(shown);
    painter->drawText(QRect(left, top, width + 1, height), Qt::AlignLeft | Qt::AlignVCenter, shown);
    return left + width;
}

} // namespace

TicketRowDelegate::TicketRowDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

QSize TicketRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int second = std::max(BadgePainter::sizeOf(u"X"_s).height(), Metrics::avatar);
    return {200, 2 * Metrics::gap + lineHeight(Fonts::bodyBold()) + lineGap + second + 1};
}

void TicketRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Tokens &tokens = Theme::tokens();
    const Ticket ticket = index.data(TicketListModel::TicketRole).value<Ticket>();
    const QDateTime now = m_clock.now();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;

    painter->save();
    const QRect rect = option.rect;
    painter->fillRect(rect, selected ? tokens.selection : hovered ? tokens.hover : tokens.base);
    if (selected) {
        QRect mark = rect;
        mark.setWidth(edge);
        painter->fillRect(mark, tokens.accent);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.border);
    if ((option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->drawRect(rect.adjusted(0, 0, -1, -2));
    }

    const QRect area = rect.adjusted(edge + Metrics::margin, Metrics::gap, -Metrics::margin,
                                     -Metrics::gap - 1);
    const QFont titleFont = ticket.assignee ? Fonts::body() : Fonts::bodyBold();
    const QFont small = Fonts::small();
    const QFont figures = Fonts::tabular(small);

    // First line: number, title, age.
    const int firstHeight = lineHeight(Fonts::bodyBold());
    const QString age = TimeText::age(ticket.updatedAt, now);
    const int ageWidth = QFontMetrics(figures).horizontalAdvance(age);
    drawText(painter, area.right() - ageWidth, area.right() + 1, area.top(), firstHeight, figures,
             tokens.muted, age);
    int left = drawText(painter, area.left(), area.right(), area.top(), firstHeight, figures,
                        tokens.muted, ticket.number);
    drawText(painter, left + Metrics::gap, area.right() - ageWidth - Metrics::gap, area.top(),
             firstHeight, titleFont, tokens.text, ticket.title);

    // Second line: badges, people, due time; the assignee at the right.
    const int top = area.top() + firstHeight + lineGap;
    const int secondHeight = area.bottom() + 1 - top;
    int right = area.right() + 1;
    if (ticket.assignee) {
        const QRect avatar(right - Metrics::avatar, top + (secondHeight - Metrics::avatar) / 2,
                           Metrics::avatar, Metrics::avatar);
        AvatarPainter::paint(painter, avatar, ticket.assignee->displayName);
        right = avatar.left() - Metrics::gap;
    }
    if (index.data(TicketListModel::PendingRole).toBool()) {
        const QString mark = u"…"_s;
        const int width = QFontMetrics(small).horizontalAdvance(mark);
        drawText(painter, right - width, right + 1, top, secondHeight, small, tokens.accent, mark);
        right -= width + Metrics::gap;
    }
    const auto badge = [&](const BadgeText &text) {
        const QSize size = BadgePainter::sizeOf(text.text);
        if (left + size.width() > right && left > area.left())
            return;
        const QPoint corner(left, top + (secondHeight - size.height()) / 2);
        left = BadgePainter::paint(painter, corner, text, right - left).right() + 1 + 6;
    };
    left = area.left();
    badge(TicketText::statusBadge(ticket));
    if (TicketText::isNotable(ticket.priority))
        badge(TicketText::priorityBadge(ticket.priority));
    QStringList facts{ticket.requester.displayName};
    if (ticket.category)
        facts.append(ticket.category->name);
    left = drawText(painter, left, right, top, secondHeight, small, tokens.muted,
                    facts.join(u" · "_s))
           + 6;
    if (const QString due = TicketText::due(ticket, now); !due.isEmpty()) {
        if (TicketText::isOverdue(ticket, now))
            badge({.text = due, .tone = Tone::Red});
        else
            drawText(painter, left, right, top, secondHeight, small, tokens.muted, due);
    }
    painter->restore();
}

} // namespace Deskbell::App
