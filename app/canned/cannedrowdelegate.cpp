// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/cannedrowdelegate.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int lineSpace = 2;

QStringList linesBelow(const QModelIndex &index)
{
    QStringList lines{index.data(CannedRowDelegate::WordsRole).toString(),
                      index.data(CannedRowDelegate::ActionsRole).toString()};
    lines.removeAll(QString());
    return lines;
}

} // namespace

void CannedRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Tokens &tokens = Theme::tokens();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, chosen ? tokens.selection : tokens.base);
    QRect line = option.rect.adjusted(Metrics::margin, Metrics::gap, -Metrics::margin, 0);
    const auto write = [&](const QFont &font, const QColor &color, const QString &text, int left) {
        const QFontMetrics metrics(font);
        line.setHeight(metrics.height());
        const QRect place
                = QStyle::visualRect(option.direction, option.rect, line.adjusted(left, 0, 0, 0));
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(place,
                          int(Qt::AlignVCenter | Qt::TextSingleLine)
                                  | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          metrics.elidedText(text, Qt::ElideRight, place.width()));
        line.translate(0, line.height() + lineSpace);
    };
    const bool isReply = index.flags().testFlag(Qt::ItemIsEnabled);
    write(isReply ? Fonts::bodyBold() : Fonts::body(), isReply ? tokens.text : tokens.muted,
          index.data().toString(), 0);
    if (const QString words = index.data(WordsRole).toString(); !words.isEmpty())
        write(Fonts::small(), tokens.muted, words, 0);
    if (const QString does = index.data(ActionsRole).toString(); !does.isEmpty()) {
        constexpr int iconSize = 14;
        const QRect place
                = QStyle::visualRect(option.direction, option.rect,
                                     QRect(line.left(), line.top() + 1, iconSize, iconSize));
        Icons::icon(u"play", Icons::Ink::Accent).paint(painter, place);
        write(Fonts::small(), tokens.text, does, iconSize + Metrics::unit);
    }
    painter->restore();
}

QSize CannedRowDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const int below = QFontMetrics(Fonts::small()).height() + lineSpace;
    const int height = QFontMetrics(Fonts::bodyBold()).height()
                       + int(linesBelow(index).size()) * below + 2 * Metrics::gap;
    return {option.rect.width(), height};
}

} // namespace Deskbell::App
