// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/stateview.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/skeletonrows.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int textWidth = 360;
constexpr int iconSize = 32;

QLabel *centredLabel(const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

} // namespace

StateView::StateView(QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_skeleton(new SkeletonRows)
    , m_message(new QWidget)
    , m_icon(new QLabel(m_message))
    , m_title(centredLabel(Fonts::heading(), m_message))
    , m_text(centredLabel(Fonts::body(), m_message))
    , m_button(new QPushButton(m_message))
{
    m_message->setBackgroundRole(QPalette::Base);
    m_message->setAutoFillBackground(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_button->setObjectName(u"stateAction"_s);
    m_icon->setAlignment(Qt::AlignHCenter);

    // In a column of its own, so that the labels get the height that their width needs.
    auto *words = new QWidget(m_message);
    words->setMaximumWidth(textWidth);
    auto *column = new QVBoxLayout(words);
    column->setSpacing(Metrics::gap);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(Metrics::unit);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto *row = new QHBoxLayout(m_message);
    row->addStretch(1);
    row->addWidget(words, 1000);
    row->addStretch(1);

    addWidget(m_content);
    addWidget(m_skeleton);
    addWidget(m_message);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Failed)
            Q_EMIT retryRequested();
        else
            Q_EMIT actionRequested();
    });
    if (const Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, &StateView::paintIcon);
}

void StateView::setState(State state, QWidget *page)
{
    m_state = state;
    setCurrentWidget(page);
}

void StateView::showLoading()
{
    setState(State::Loading, m_skeleton);
}

void StateView::showContent()
{
    setState(State::Content, m_content);
}

void StateView::showEmpty(const QString &title, const QString &text, const QString &actionText,
                          const QString &icon)
{
    showMessage(icon, title, text, actionText);
    setState(State::Empty, m_message);
}

void StateView::showError(const QString &what, const Error &error)
{
    showMessage(u"warning"_s, what, sentence(error), tr("Retry"));
    setState(State::Failed, m_message);
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StateView::showMessage(const QString &icon, const QString &title, const QString &text,
                            const QString &button)
{
    m_iconName = icon;
    paintIcon();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_button->setAccessibleDescription(title);
    m_message->setAccessibleName(title + u' ' + text);
}

void StateView::paintIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
                Icons::pixmap(m_iconName, iconSize, Theme::tokens().faint, devicePixelRatioF()));
}

} // namespace Deskbell::App
