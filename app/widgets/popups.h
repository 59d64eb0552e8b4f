// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

namespace Deskbell::App {

class PopupCard;

/// The one thing that can be done from a pop-up: Undo, Retry, Open.
struct PopupAction
{
    QString text;
    std::function<void()> run;
};

struct Popup
{
    enum class Kind { Info, Success, Warning, Error };

    Kind kind = Kind::Info;
    QString text;        ///< what happened, one sentence
    QString advice = {}; ///< what one can do about it, may be empty
    PopupAction action = {};
    /// A pop-up with the same non-empty key takes the place of the older one.
    QString key = {};
    /// How long it stays; 0: by kind (errors until dismissed, others some seconds).
    std::chrono::milliseconds stay = {};
};

/// The pop-ups in the lower right corner of one window, above what must not be covered there. They
/// stack, go by themselves (errors stay), wait while the pointer or the focus is on them, and are
/// announced to screen readers. Never modal.
class Popups : public QObject
{
    Q_OBJECT

public:
    /// Those of the window that `widget` is in; made at first use and owned by the window.
    static Popups &of(QWidget *widget);

    /// Shows it and returns the id with which it can be dismissed.
    int show(const Popup &popup);
    int info(const QString &text, const PopupAction &action = {});
    int success(const QString &text, const PopupAction &action = {});
    /// An error in the words of errortext; with `retry` it carries a Retry where retrying can help.
    int error(const QString &what, const Error &error, std::function<void()> retry = {});

    /// Pop-ups stand above this widget of the window as long as it is visible. The buttons of
    /// dialogs are kept clear without being asked for.
    void keepClear(QWidget *widget);

    void dismiss(int id);
    void dismissAll();
    int count() const;
    /// What is shown, oldest first; for tests and the tour.
    QStringList texts() const;

    static constexpr int maxShown = 4;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Popups(QWidget *window);
    void arrange();
    int lowestBottom(int left) const;
    void remove(PopupCard *card);

    QWidget *m_window;
    QList<QPointer<QWidget>> m_clear;
    QList<PopupCard *> m_cards; ///< children of the window, oldest first
    int m_lastId = 0;
};

} // namespace Deskbell::App
