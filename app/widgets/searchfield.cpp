// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/searchfield.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace Deskbell::App {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    m_magnifier = addAction(Icons::icon(u"search", Icons::Ink::Muted), QLineEdit::LeadingPosition);
    m_magnifier->setText(tr("Search"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
}

void SearchField::setKeyHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void SearchField::setFault(qsizetype position, qsizetype length, const QString &reason)
{
    m_faultPosition = position;
    m_faultLength = length;
    setToolTip(reason);
    setAccessibleDescription(reason);
    update();
}

void SearchField::clearFault()
{
    setFault(0, 0, {});
}

/// Where the text begins follows from the cursor: the field scrolls it as it likes.
void SearchField::paintFault()
{
    const auto advance = [this](qsizetype length) {
        return fontMetrics().horizontalAdvance(text().left(length));
    };
    // The cursor's rectangle has room around the line that one sees.
    const int origin = cursorRect().center().x() - advance(cursorPosition());
    const int bottom = rect().center().y() + fontMetrics().ascent() / 2 + 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::tokens().danger, 1.2));
    constexpr int step = 2;
    QPolygonF wave;
    const int left = origin + advance(m_faultPosition);
    const int right = origin + advance(m_faultPosition + m_faultLength);
    for (int x = std::max(left, 0), i = 0; x <= std::min(right, width()); x += step, ++i)
        wave.append(QPointF(x, bottom + (i % 2 == 0 ? 0 : step)));
    painter.drawPolyline(wave);
}

void SearchField::announce()
{
    m_pause.stop();
    if (m_announced == text())
        return;
    m_announced = text();
    Q_EMIT searchChanged(m_announced);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        announce();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        announce();
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_magnifier->setText(tr("Search"));
    QLineEdit::changeEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_faultLength > 0)
        paintFault();
    if (m_hint.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    QPainter painter(this);
    painter.setFont(Fonts::small());
    painter.setPen(Theme::tokens().faint);
    painter.drawText(rect().adjusted(Metrics::margin, 0, -Metrics::margin, 0),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight))
                             | Qt::AlignVCenter,
                     m_hint);
}

} // namespace Deskbell::App
