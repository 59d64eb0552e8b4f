// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowitems.h"

#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr QSizeF boxSize(176, 54);
constexpr qreal stepHeight = 22;
constexpr qreal inset = 12;
constexpr qreal handleRadius = 6;
constexpr qreal ringWidth = 2;
constexpr qreal headLength = 9;
constexpr qreal labelWidth = 132;

/// The words that a status without colour has, too.
QString kindOf(const WorkflowStatus &status)
{
    QStringList words{TicketText::category(status.category)};
    if (status.initial)
        words.append(QCoreApplication::translate("WorkflowGraph", "start"));
    if (status.final)
        words.append(QCoreApplication::translate("WorkflowGraph", "end"));
    return words.join(u" · "_s);
}

qreal overlap(const QRectF &rect, const QList<QRectF> &taken)
{
    qreal area = 0;
    for (const QRectF &other : taken) {
        const QRectF common = rect & other;
        if (common.isValid())
            area += common.width() * common.height();
    }
    return area;
}

} // namespace

void WorkflowItem::setLook(const ItemLook &look)
{
    m_look = look;
    setZValue(look.current ? 2 : element().kind == WorkflowElement::Kind::Status ? 1 : 0);
    update();
}

QSizeF StatusItem::sizeOf(bool hasStep)
{
    return hasStep ? boxSize + QSizeF(0, stepHeight) : boxSize;
}

StatusItem::StatusItem(int index, const WorkflowStatus &status, const QString &role,
                       const QRectF &rect)
    : WorkflowItem({WorkflowElement::Kind::Status, index})
    , m_status(status)
    , m_role(role)
    , m_rect(rect)
{}

QRectF StatusItem::handle() const
{
    constexpr qreal reach = 12; // easier to hit than it is large
    return {m_rect.center().x() - reach, m_rect.bottom() - 4, 2 * reach, reach + 4 + handleRadius};
}

QRectF StatusItem::boundingRect() const
{
    const qreal margin = 2 * handleRadius + ringWidth;
    return m_rect.adjusted(-margin, -margin, margin, margin);
}

void StatusItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Tokens &tokens = Theme::tokens();
    const TonePair &tone = tokens.tone(TicketText::tone(m_status.category));
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = look().faulty ? tokens.danger : look().target ? tokens.accent : tone.text;
    painter->setPen(QPen(edge, look().faulty || m_status.initial ? 2 : 1));
    painter->setBrush(tone.background);
    painter->drawRoundedRect(m_rect, Metrics::cardRadius, Metrics::cardRadius);
    if (m_status.final) {
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_rect.adjusted(3, 3, -3, -3), Metrics::cardRadius - 3,
                                 Metrics::cardRadius - 3);
    }
    if (look().current || look().target) {
        painter->setPen(QPen(tokens.accent, ringWidth,
                             look().focused || look().target ? Qt::SolidLine : Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_rect.adjusted(-4, -4, 4, 4), Metrics::cardRadius + 4,
                                 Metrics::cardRadius + 4);
    }
    if (look().current) {
        painter->setPen(QPen(tokens.base, 1.5));
        painter->setBrush(tokens.accent);
        painter->drawEllipse(QPointF(m_rect.center().x(), m_rect.bottom() + 4), handleRadius,
                             handleRadius);
    }

    const QRectF text = m_rect.adjusted(inset, 8, -inset, -8);
    painter->setPen(tone.text);
    painter->setFont(Fonts::bodyBold());
    const QFontMetricsF bold(painter->font());
    const QString mark = look().faulty ? u"⚠ "_s : QString();
    const QString name = TicketText::status(m_status.key, m_status.label);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      bold.elidedText(mark + name, Qt::ElideRight, text.width()));
    painter->setFont(Fonts::small());
    const QFontMetricsF small(painter->font());
    QRectF line(text.left(), text.top() + bold.height() + 1, text.width(), small.height());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      small.elidedText(kindOf(m_status), Qt::ElideRight, line.width()));
    if (m_role.isEmpty())
        return;
    line.translate(0, small.height() + 4);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      small.elidedText(u"⛭ "_s + m_role, Qt::ElideRight, line.width()));
}

ArrowItem::ArrowItem(const WorkflowElement &element, const QPolygonF &points,
                     const QStringList &lines)
    : WorkflowItem(element)
    , m_lines(lines)
{
    m_path.moveTo(points.first());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF &from = points[i - 1];
        const QPointF &to = points[i];
        if (from.x() == to.x()) {
            m_path.lineTo(to);
            continue;
        }
        const qreal bend = (to.y() - from.y()) / 2;
        m_path.cubicTo({from.x(), from.y() + bend}, {to.x(), to.y() - bend}, to);
    }
    const QPointF tip = points.last();
    const qreal direction = tip.y() >= points[points.size() - 2].y() ? 1 : -1;
    m_head = QPolygonF{tip, tip + QPointF(-headLength / 2, -direction * headLength),
                       tip + QPointF(headLength / 2, -direction * headLength)};
}

void ArrowItem::placeLabel(QList<QRectF> &taken)
{
    const QFontMetricsF metrics(Fonts::caption());
    qreal width = 0;
    for (const QString &line : std::as_const(m_lines))
        width = std::max(width, metrics.horizontalAdvance(line));
    QRectF label(0, 0, std::min(labelWidth, width + 2) + 10,
                 metrics.height() * qreal(m_lines.size()) + 4);
    // On the arrow, else beside it.
    constexpr std::array places{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86};
    const qreal beside = label.width() / 2 - 8;
    qreal least = std::numeric_limits<qreal>::max();
    for (const qreal shift : {0.0, beside, -beside}) {
        for (const qreal place : places) {
            label.moveCenter(m_path.pointAtPercent(place) + QPointF(shift, 0));
            const qreal covered = overlap(label.adjusted(-2, -2, 2, 2), taken);
            if (covered < least) {
                least = covered;
                m_label = label;
            }
        }
        if (least == 0)
            break;
    }
    m_label.moveTopLeft(m_label.topLeft().toPoint());
    taken.append(m_label);
}

QRectF ArrowItem::boundingRect() const
{
    return (m_path.boundingRect() | m_label).adjusted(-8, -8, 8, 8);
}

QPainterPath ArrowItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    QPainterPath path = stroker.createStroke(m_path);
    path.setFillRule(Qt::WindingFill);
    path.addRect(m_label);
    return path;
}

void ArrowItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Tokens &tokens = Theme::tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = look().current  ? tokens.accent
                       : look().faulty ? tokens.danger
                                       : tokens.muted;
    const bool automatic = element().kind == WorkflowElement::Kind::Automatic;
    QPen pen(ink, look().current ? 2.2 : 1.3);
    if (automatic)
        pen.setDashPattern({5, 4});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawPolygon(m_head);
}

void ArrowItem::paintLabel(QPainter *painter) const
{
    const Tokens &tokens = Theme::tokens();
    const QColor ink = look().current ? tokens.accent : tokens.danger;
    const bool automatic = element().kind == WorkflowElement::Kind::Automatic;
    painter->setPen(QPen(look().current || look().faulty ? ink : tokens.border, 1,
                         automatic ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(look().current ? tokens.selection : tokens.base);
    painter->drawRoundedRect(m_label.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::badgeRadius,
                             Metrics::badgeRadius);
    painter->setFont(Fonts::caption());
    painter->setPen(look().faulty ? tokens.danger : tokens.text);
    const QFontMetricsF metrics(painter->font());
    QRectF line = m_label.adjusted(5, 2, -5, -2);
    line.setHeight(metrics.height());
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (i > 0)
            painter->setPen(tokens.muted);
        painter->drawText(line, Qt::AlignCenter | Qt::TextSingleLine,
                          metrics.elidedText(m_lines[i], Qt::ElideRight, line.width()));
        line.translate(0, metrics.height());
    }
}

} // namespace Deskbell::App
