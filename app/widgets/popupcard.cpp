// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/popupcard.h"

#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough to read: a floor, and a share for each character.
std::chrono::milliseconds readingTime(const Popup &popup)
{
    if (popup.stay.count() > 0)
        return popup.stay;
    if (popup.kind == Popup::Kind::Error)
        return 0ms; // until dismissed
    const auto base = popup.action.run ? 8'000ms : 5'000ms;
    return base + 40ms * (popup.text.size() + popup.advice.size());
}

QString iconName(Popup::Kind kind)
{
    switch (kind) {
    case Popup::Kind::Info: return u"info"_s;
    case Popup::Kind::Success: return u"success"_s;
    case Popup::Kind::Warning: return u"warning"_s;
    case Popup::Kind::Error: return u"error"_s;
    }
    Q_UNREACHABLE();
}

QColor edgeColour(Popup::Kind kind)
{
    const Tokens &t = Theme::tokens();
    switch (kind) {
    case Popup::Kind::Info: return t.accent;
    case Popup::Kind::Success: return t.tone(Tone::Green).text;
    case Popup::Kind::Warning: return t.tone(Tone::Amber).text;
    case Popup::Kind::Error: return t.danger;
    }
    Q_UNREACHABLE();
}

QLabel *textLabel(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

} // namespace

PopupCard::PopupCard(int id, const Popup &popup, QWidget *window)
    : QFrame(window)
    , m_id(id)
    , m_popup(popup)
{
    setObjectName(u"popup-%1"_s.arg(id));
    setAccessibleName(spokenText());
    setFixedWidth(cardWidth);
    setFocusPolicy(Qt::TabFocus);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 12, 8, 12);
    row->setSpacing(Metrics::gap);
    row->addSpacing(36); // for the icon; unlike a margin it changes sides with the direction
    auto *words = new QVBoxLayout;
    words->setSpacing(Metrics::unit);
    row->addLayout(words, 1);
    words->addWidget(textLabel(popup.text,
                               popup.advice.isEmpty() ? Fonts::body() : Fonts::bodyBold(), this));
    if (!popup.advice.isEmpty())
        words->addWidget(textLabel(popup.advice, Fonts::body(), this));
    if (popup.action.run) {
        auto *button = new QPushButton(popup.action.text, this);
        button->setObjectName(u"popupAction"_s);
        button->setAccessibleDescription(popup.text);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this] {
            // Dismissed first: what runs may show the next pop-up, or delete the window.
            const auto run = m_popup.action.run;
            Q_EMIT dismissed();
            run();
        });
        words->addSpacing(Metrics::unit);
        words->addWidget(button, 0, Qt::AlignLeft);
    }
    words->addStretch();

    auto *close = new QToolButton(this);
    close->setObjectName(u"popupClose"_s);
    close->setIcon(Icons::icon(u"close", Icons::Ink::Muted));
    close->setIconSize({14, 14});
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    close->installEventFilter(this);
    connect(close, &QToolButton::clicked, this, &PopupCard::dismissed);
    row->addWidget(close, 0, Qt::AlignTop);

    m_countdown.setSingleShot(true);
    connect(&m_countdown, &QTimer::timeout, this, &PopupCard::dismissed);
    installEventFilter(this);
    updateCountdown();
}

QString PopupCard::spokenText() const
{
    return m_popup.advice.isEmpty() ? m_popup.text : m_popup.text + u' ' + m_popup.advice;
}

void PopupCard::updateCountdown()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool held = m_hovered || (focus && (focus == this || isAncestorOf(focus)));
    const auto stay = readingTime(m_popup);
    if (held || stay == 0ms)
        m_countdown.stop();
    else
        m_countdown.start(stay);
}

void PopupCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.control);
    painter.setBrush(t.base);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, Metrics::cardRadius, Metrics::cardRadius);
    const QColor edge = edgeColour(m_popup.kind);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? width() - 34 : 14;
    painter.drawPixmap(x, 12, Icons::pixmap(iconName(m_popup.kind), 20, edge, devicePixelRatioF()));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                                Metrics::cardRadius);
    }
}

void PopupCard::enterEvent(QEnterEvent *event)
{
    m_hovered = true;
    updateCountdown();
    QFrame::enterEvent(event);
}

void PopupCard::leaveEvent(QEvent *event)
{
    m_hovered = false;
    updateCountdown();
    QFrame::leaveEvent(event);
}

void PopupCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QFrame::keyPressEvent(event);
}

bool PopupCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        // The focus widget is set after the event.
        QTimer::singleShot(0, this, &PopupCard::updateCountdown);
        update();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Deskbell::App
