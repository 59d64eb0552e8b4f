// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/e2e/hand.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Deskbell::Test::Hand {

namespace {

constexpr int lookPause = 20; // ms between two looks whether a menu is open

} // namespace

bool until(const std::function<bool()> &condition)
{
    // QTest::qWaitFor() sleeps ten milliseconds after each look, in which the apps of this process
    // stand still: what goes through several hands would seem to take many times as long.
    const QDeadlineTimer deadline(patience);
    QTimer look;
    look.start(std::chrono::milliseconds(10));
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

bool activate(QWidget *window)
{
    window->raise();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window, patience);
}

void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

bool click(QAbstractItemView *view, const QModelIndex &index)
{
    if (!index.isValid())
        return false;
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return true;
}

QModelIndex findRow(const QAbstractItemView *view, int role, const QString &text)
{
    QModelIndex found;
    const auto look = [&] {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount() && !found.isValid(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(role).toString().contains(text))
                found = index;
        }
        return found.isValid();
    };
    if (!until(look))
        qWarning("there is no row \"%s\"", qPrintable(text));
    return found;
}

void type(QWidget *field, const QString &text)
{
    field->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

bool chooseFile(const QWidget *parent, const QString &path)
{
    auto *dialog = find<QFileDialog>(parent);
    auto *name = dialog ? find<QLineEdit>(dialog, u"fileNameEdit"_s) : nullptr;
    if (!name)
        return false;
    const QPointer<QFileDialog> open(dialog);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    return until([&] { return !open || !open->isVisible(); });
}

bool whileMenuIsOpen(const std::function<void()> &open, const std::function<void(QMenu *)> &look)
{
    bool done = false;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &poll, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu || !menu->isVisible())
            return;
        poll.stop();
        look(menu);
        menu->close();
        done = true;
    });
    poll.start(lookPause);
    open();
    return until([&] { return done; });
}

} // namespace Deskbell::Test::Hand
