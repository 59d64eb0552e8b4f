// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketrowdelegate.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/sla/slatext.h"
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
constexpr int badgeGap = 6;
constexpr int presentSize = 16;
constexpr int mostPresent = 3;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// Paints one row. Places are as in a row that reads from left to right; in one that reads from
/// right to left everything stands mirrored.
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_bounds(option.rect)
        , m_direction(option.direction)
    {}

    QRect placed(const QRect &rect) const
    {
        return QStyle::visualRect(m_direction, m_bounds, rect);
    }

    /// Elided text between `left` and `right`; answers where it ended.
    int text(const QRect &line, int left, int right, const QFont &font, const QColor &color,
             const QString &text) const
    {
        if (right <= left || text.isEmpty())
            return left;
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, right - left);
        const int width = metrics.horizontalAdvance(shown);
        m_painter->setFont(font);
        m_painter->setPen(color);
        // As wide as the text: on which side of its place it would stand does not matter.
        m_painter->drawText(placed({left, line.top(), width + 1, line.height()}), Qt::AlignCenter,
                            shown);
        return left + width;
    }

    /// A badge between `left` and `right`; answers where it ended.
    int badge(const QRect &line, int left, int right, const BadgeText &badge) const
    {
        const QSize size
                = BadgePainter::sizeOf(badge.text).boundedTo({right - left, line.height()});
        const QRect place
                = placed({QPoint(left, line.top() + (line.height() - size.height()) / 2), size});
        BadgePainter::paint(m_painter, place.topLeft(), badge, size.width());
        return left + size.width();
    }

private:
    QPainter *m_painter;
    QRect m_bounds;
    Qt::LayoutDirection m_direction;
};

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

TicketRowDelegate::Words TicketRowDelegate::wordsFor(const Ticket &ticket) const
{
    QStringList facts{ticket.requester.displayName};
    if (ticket.category)
        facts.append(ticket.category->name);
    // Why it rests is the first thing that one asks.
    if (ticket.statusCategory == StatusCategory::Hold && !ticket.statusReason.isEmpty())
        facts.prepend(ticket.statusReason.simplified());
    return {.status = TicketText::statusBadge(ticket),
            .facts = facts,
            .standsOut = !ticket.assignee};
}

void TicketRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Tokens &tokens = Theme::tokens();
    Ticket ticket = index.data(TicketListModel::TicketRole).value<Ticket>();
    const QDateTime now = m_clock.now();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;

    painter->save();
    const RowPainter row(painter, option);
    const QRect rect = option.rect;
    painter->fillRect(rect, selected ? tokens.selection : hovered ? tokens.hover : tokens.base);
    if (selected) {
        QRect mark = rect;
        mark.setWidth(edge);
        painter->fillRect(row.placed(mark), tokens.accent);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.border);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->drawRect(rect.adjusted(0, 0, -1, -2));
    }

    const QRect area = rect.adjusted(edge + Metrics::margin, Metrics::gap, -Metrics::margin,
                                     -Metrics::gap - 1);
    const Words words = wordsFor(ticket);
    if (!words.tellsPromises)
        ticket.serviceLevel.reset();
    const QFont titleFont = words.standsOut ? Fonts::bodyBold() : Fonts::body();
    const QFont small = Fonts::small();
    const QFont figures = Fonts::tabular(small);
    const int end = area.right() + 1;

    // First line: number, title, age.
    const QRect first(area.left(), area.top(), area.width(), lineHeight(Fonts::bodyBold()));
    const QString age = TimeText::age(ticket.updatedAt, now);
    const int ageLeft = end - QFontMetrics(figures).horizontalAdvance(age) - 1;
    row.text(first, ageLeft, end, figures, tokens.muted, age);
    int left = row.text(first, area.left(), end, figures, tokens.muted, ticket.number);
    row.text(first, left + Metrics::gap, ageLeft - Metrics::gap, titleFont, tokens.text,
             ticket.title);

    // Second line: badges, people, due time; the assignee at the end.
    const QRect second(area.left(), first.bottom() + 1 + lineGap, area.width(),
                       area.bottom() - first.bottom() - lineGap);
    int right = end;
    if (ticket.assignee) {
        right -= Metrics::avatar;
        const QRect avatar(right, second.top() + (second.height() - Metrics::avatar) / 2,
                           Metrics::avatar, Metrics::avatar);
        AvatarPainter::paint(painter, row.placed(avatar), ticket.assignee->displayName);
        right -= Metrics::gap;
    }
    // Who else is there, smaller than whose it is, with an eye: nobody takes one for the other.
    const QStringList present = index.data(TicketListModel::PresentRole).toStringList();
    for (const QString &name : present.first(std::min<qsizetype>(present.size(), mostPresent))) {
        right -= presentSize;
        const QRect place(right, second.top() + (second.height() - presentSize) / 2, presentSize,
                          presentSize);
        AvatarPainter::paint(painter, row.placed(place), name);
        right -= 2;
    }
    if (!present.isEmpty()) {
        right -= presentSize;
        const QRect place(right, second.top() + (second.height() - presentSize) / 2, presentSize,
                          presentSize);
        painter->drawPixmap(row.placed(place).topLeft(),
                            Icons::pixmap(u"eye", presentSize, tokens.muted,
                                          painter->device()->devicePixelRatioF()));
        right -= Metrics::gap;
    }
    if (index.data(TicketListModel::PendingRole).toBool()) {
        const QString mark = u"…"_s;
        const int width = QFontMetrics(small).horizontalAdvance(mark);
        row.text(second, right - width, right + 1, small, tokens.accent, mark);
        right -= width + Metrics::gap;
    }
    left = area.left();
    const auto badge = [&](const BadgeText &text) {
        if (left == area.left() || left + BadgePainter::sizeOf(text.text).width() <= right)
            left = row.badge(second, left, right, text) + badgeGap;
    };
    badge(words.status);
    if (TicketText::isNotable(ticket.priority))
        badge(TicketText::priorityBadge(ticket.priority));
    left = row.text(second, left, right, small, tokens.muted, words.facts.join(u" · "_s))
           + badgeGap;
    const SlaText::Countdown due = SlaText::countdown(ticket, now);
    if (due.tone)
        badge({.text = due.text, .tone = *due.tone});
    else
        row.text(second, left, right, small, tokens.muted, due.text);
    painter->restore();
}

} // namespace Deskbell::App
