// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationrowdelegate.h"

#include "app/notifications/notificationsmodel.h"
#include "app/notifications/notificationtext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/markdown.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int dayHeight = 26;
constexpr int iconSize = 16;
constexpr int dotSize = 7;

int heightOf(const QFont &font)
{
    return QFontMetrics(font).height();
}

} // namespace

NotificationRowDelegate::NotificationRowDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

QSize NotificationRowDelegate::sizeHint(const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    const int lines = heightOf(Fonts::bodyBold()) + Metrics::unit + heightOf(Fonts::small());
    const bool beginsDay = index.data(NotificationsModel::DayRole).toDate().isValid();
    return {200, 2 * Metrics::gap + lines + 1 + (beginsDay ? dayHeight : 0)};
}

void NotificationRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Tokens &tokens = Theme::tokens();
    const auto notification
            = index.data(NotificationsModel::NotificationRole).value<Notification>();
    const int count = index.data(NotificationsModel::CountRole).toInt();
    const bool isUnread = index.data(NotificationsModel::UnreadRole).toInt() > 0;
    const QDate day = index.data(NotificationsModel::DayRole).toDate();
    const QDateTime now = m_clock.now();
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const Qt::Alignment start
            = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);

    painter->save();
    QRect rect = option.rect;
    painter->fillRect(rect, tokens.base);
    if (day.isValid()) {
        const QRect title(rect.left() + Metrics::margin, rect.top(),
                          rect.width() - 2 * Metrics::margin, dayHeight);
        painter->setFont(Fonts::caption());
        painter->setPen(tokens.faint);
        painter->drawText(placed(title), start, TimeText::day(day, now.toLocalTime().date()));
        rect.setTop(rect.top() + dayHeight);
    }
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, tokens.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(rect, tokens.hover);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.border);

    const int top = rect.top() + Metrics::gap;
    const int firstHeight = heightOf(Fonts::bodyBold());
    int left = rect.left() + Metrics::margin;
    const int end = rect.right() + 1 - Metrics::margin;
    const QRect icon(left, top + (firstHeight - iconSize) / 2, iconSize, iconSize);
    painter->drawPixmap(placed(icon).topLeft(),
                        Icons::pixmap(NotificationText::icon(notification.kind), iconSize,
                                      isUnread ? tokens.accent : tokens.muted,
                                      painter->device()->devicePixelRatioF()));
    left += iconSize + Metrics::gap;

    const QFont figures = Fonts::tabular(Fonts::small());
    const QString age = TimeText::age(notification.createdAt, now);
    int right = end - QFontMetrics(figures).horizontalAdvance(age) - 1;
    painter->setFont(figures);
    painter->setPen(tokens.muted);
    painter->drawText(placed({right, top, end - right, firstHeight}), Qt::AlignCenter, age);
    right -= Metrics::gap;
    if (isUnread) {
        right -= dotSize;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawEllipse(placed({right, top + (firstHeight - dotSize) / 2, dotSize, dotSize}));
        right -= Metrics::gap;
    }
    const auto line = [&](int y, const QFont &font, const QColor &color, const QString &text) {
        painter->setFont(font);
        painter->setPen(color);
        const QRect place(left, y, right - left, heightOf(font));
        painter->drawText(placed(place), start,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    QString what = NotificationText::sentence(notification);
    if (count > 1)
        what += u" · "_s + tr("%n more", nullptr, count - 1);
    line(top, isUnread ? Fonts::bodyBold() : Fonts::body(), tokens.text, what);
    right = end;
    QString about = NotificationText::subject(notification);
    if (!notification.excerpt.isEmpty())
        about += u" – "_s + Markdown::toPlainText(notification.excerpt);
    line(top + firstHeight + Metrics::unit, Fonts::small(), tokens.muted, about);
    painter->restore();
}

} // namespace Deskbell::App
