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
