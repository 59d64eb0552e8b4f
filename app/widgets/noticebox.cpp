// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/noticebox.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace Deskbell::App {

namespace {

QStringView iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Red: return u"error";
    case Tone::Amber: return u"warning";
    case Tone::Green: return u"success";
    default: return u"info";
    }
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

NoticeBox::NoticeBox(QWidget *parent)
    : QFrame(parent)
    , m_title(wrapped(this))
    , m_text(wrapped(this))
{
    m_title->setFont(Fonts::bodyBold());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->addSpacing(28); // for the icon; unlike a margin it changes sides with the direction
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    row->addLayout(column, 1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    hide();
}

void NoticeBox::show(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(this->text());
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBox::showError(const Error &error)
{
    const ErrorText words = describe(error);
    show(Tone::Red, words.reason, words.advice);
}

void NoticeBox::clear()
{
    m_title->clear();
    m_text->clear();
    hide();
}

QString NoticeBox::text() const
{
    return m_text->text().isEmpty() ? m_title->text() : m_title->text() + u' ' + m_text->text();
}

void NoticeBox::paintEvent(QPaintEvent *)
{
    const TonePair &pair = Theme::tokens().tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pair.background);
    painter.drawRoundedRect(rect(), Metrics::radius, Metrics::radius);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 30 : 12;
    painter.drawPixmap(x, 10, Icons::pixmap(iconOf(m_tone), 18, pair.text, devicePixelRatioF()));
}

} // namespace Deskbell::App
