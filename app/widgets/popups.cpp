// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/popups.h"

#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/popupcard.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QEvent>
#include <QMainWindow>
#include <QStatusBar>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

Popups &Popups::of(QWidget *widget)
{
    QWidget *window = widget->window();
    auto *popups = window->findChild<Popups *>(QString(), Qt::FindDirectChildrenOnly);
    return popups ? *popups : *new Popups(window);
}

Popups::Popups(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

int Popups::show(const Popup &popup)
{
    if (!popup.key.isEmpty()) {
        const auto same = std::find_if(m_cards.begin(), m_cards.end(), [&](const PopupCard *card) {
            return card->popup().key == popup.key;
        });
        if (same != m_cards.end())
            remove(*same);
    }
    // Errors wait for a person; the oldest of the others makes room first.
    while (m_cards.size() >= maxShown) {
        const auto passing
                = std::find_if(m_cards.begin(), m_cards.end(), [](const PopupCard *card) {
                      return card->popup().kind != Popup::Kind::Error;
                  });
        remove(passing == m_cards.end() ? m_cards.first() : *passing);
    }
    auto *card = new PopupCard(++m_lastId, popup, m_window);
    m_cards.append(card);
    connect(card, &PopupCard::dismissed, this, [this, card] { remove(card); });
    card->show();
    arrange();
    QAccessibleEvent alert(card, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return card->id();
}

int Popups::info(const QString &text, const PopupAction &action)
{
    return show({.kind = Popup::Kind::Info, .text = text, .action = action});
}

int Popups::success(const QString &text, const PopupAction &action)
{
    return show({.kind = Popup::Kind::Success, .text = text, .action = action});
}

int Popups::error(const QString &what, const Error &error, std::function<void()> retry)
{
    const ErrorText words = describe(error);
    Popup popup{.kind = Popup::Kind::Error,
                .text = what,
                .advice
                = words.advice.isEmpty() ? words.reason : words.reason + u' ' + words.advice};
    if (retry && words.retryHelps)
        popup.action = {.text = tr("Retry"), .run = std::move(retry)};
    return show(popup);
}

void Popups::dismiss(int id)
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [id](const PopupCard *card) { return card->id() == id; });
    if (found != m_cards.end())
        remove(*found);
}

void Popups::dismissAll()
{
    while (!m_cards.isEmpty())
        remove(m_cards.last());
}

int Popups::count() const
{
    return int(m_cards.size());
}

QStringList Popups::texts() const
{
    QStringList texts;
    for (const PopupCard *card : m_cards)
        texts.append(card->spokenText());
    return texts;
}

void Popups::remove(PopupCard *card)
{
    if (!m_cards.removeOne(card))
        return;
    const bool hadFocus = card->hasFocus() || card->focusWidget() != nullptr;
    card->hide();
    card->deleteLater();
    if (hadFocus && !m_cards.isEmpty())
        m_cards.last()->setFocus(Qt::OtherFocusReason);
    arrange();
}

void Popups::keepClear(QWidget *widget)
{
    m_clear.removeAll(nullptr);
    if (m_clear.contains(widget))
        return;
    m_clear.append(widget);
    widget->installEventFilter(this);
    arrange();
}

/// Where the lowest card may end whose left edge is at `left`.
int Popups::lowestBottom(int left) const
{
    int bottom = m_window->height() - Metrics::margin;
    QWidgetList clear;
    for (const QPointer<QWidget> &widget : m_clear) {
        if (widget)
            clear.append(widget);
    }
    if (const auto *main = qobject_cast<QMainWindow *>(m_window)) {
        if (auto *bar = main->findChild<QStatusBar *>())
            clear.append(bar);
    }
    const auto boxes = m_window->findChildren<QDialogButtonBox *>();
    for (QDialogButtonBox *box : boxes) {
        if (box->window() == m_window)
            clear.append(box);
    }
    for (const QWidget *widget : std::as_const(clear)) {
        const QRect place(widget->mapTo(m_window, QPoint()), widget->size());
        const bool beside = place.right() < left || place.left() >= left + PopupCard::cardWidth;
        if (widget->isVisible() && !beside)
            bottom = std::min(bottom, place.top() - Metrics::margin);
    }
    return bottom;
}

void Popups::arrange()
{
    const int x = m_window->layoutDirection() == Qt::RightToLeft
                          ? Metrics::margin
                          : std::max(0, m_window->width() - PopupCard::cardWidth - Metrics::margin);
    int bottom = m_cards.isEmpty() ? 0 : lowestBottom(x);
    for (auto it = m_cards.rbegin(); it != m_cards.rend(); ++it) {
        PopupCard *card = *it;
        card->resize(PopupCard::cardWidth, card->heightForWidth(PopupCard::cardWidth));
        card->move(x, bottom - card->height());
        card->raise();
        bottom -= card->height() + Metrics::gap;
    }
}

bool Popups::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutDirectionChange: arrange(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Deskbell::App
