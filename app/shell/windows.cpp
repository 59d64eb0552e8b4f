// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/windows.h"

#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/settings.h"

#include <QCloseEvent>
#include <QMainWindow>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstDetachedSize{820, 720};

/// One window around one ticket. All of them share a remembered size.
class DetachedWindow final : public QMainWindow
{
public:
    explicit DetachedWindow(Settings &settings)
        : m_settings(settings)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        if (!restoreGeometry(m_settings.layout(layoutName)))
            resize(firstDetachedSize);
    }

protected:
    void closeEvent(QCloseEvent *event) override
    {
        m_settings.setLayout(layoutName, saveGeometry());
        QMainWindow::closeEvent(event);
    }

private:
    inline static const QString layoutName = u"detached/geometry"_s;
    Settings &m_settings;
};

} // namespace

Windows::Windows(QObject *parent)
    : QObject(parent)
{}

Windows::~Windows()
{
    m_closingAll = true;
    const QList<MainWindow *> windows = std::exchange(m_main, {});
    qDeleteAll(windows);
    for (const QPointer<QMainWindow> &window : std::as_const(m_detached))
        delete window;
}

QString Windows::freeLayoutName() const
{
    for (int number = 1;; ++number) {
        const QString name = u"main-%1"_s.arg(number);
        const bool taken = std::any_of(m_main.begin(), m_main.end(), [&](const MainWindow *window) {
            return window->layoutName() == name;
        });
        if (!taken)
            return name;
    }
}

MainWindow *Windows::open(const QString &layoutName)
{
    Q_ASSERT(m_context);
    auto *window = new MainWindow(*m_context, layoutName);
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_main.append(window);
    connect(window, &MainWindow::activated, this, [this, window] {
        m_main.removeOne(window);
        m_main.append(window);
    });
    connect(window, &QObject::destroyed, this, [this, window] {
        if (!m_main.removeOne(window))
            return;
        if (m_main.isEmpty())
            Q_EMIT allClosed();
        else if (!m_closingAll)
            storeNames();
    });
    storeNames();
    window->show();
    return window;
}

MainWindow *Windows::openMain()
{
    return open(freeLayoutName());
}

void Windows::restore()
{
    const QStringList names = m_context->settings.value(Keys::windows);
    for (const QString &name : names)
        open(name);
    if (m_main.isEmpty())
        openMain();
}

void Windows::storeNames()
{
    QStringList names;
    for (const MainWindow *window : std::as_const(m_main))
        names.append(window->layoutName());
    m_context->settings.set(Keys::windows, names);
}

MainWindow *Windows::active() const
{
    return m_main.isEmpty() ? nullptr : m_main.last();
}

QList<MainWindow *> Windows::mainWindows() const
{
    return m_main;
}

bool Windows::raiseDetached(const QString &key)
{
    QMainWindow *window = m_detached.value(key);
    if (!window)
        return false;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
    return true;
}

bool Windows::openDetached(const QString &key, const QString &title, QWidget *content)
{
    if (raiseDetached(key)) {
        delete content;
        return false;
    }
    auto *window = new DetachedWindow(m_context->settings);
    window->setObjectName(key);
    window->setWindowTitle(title);
    window->setCentralWidget(content);
    // A title that the content learns later is the window's, too.
    connect(content, &QWidget::windowTitleChanged, window, &QWidget::setWindowTitle);
    m_detached.insert(key, window);
    window->show();
    return true;
}

void Windows::closeAll()
{
    m_closingAll = true; // all that are open now come back at the next start
    const auto detached = m_detached.values();
    for (QMainWindow *window : detached) {
        if (window)
            window->close();
    }
    m_detached.clear();
    const QList<MainWindow *> main = m_main;
    for (MainWindow *window : main) {
        window->close();
        delete window; // now: another person may sign in at once
    }
    m_closingAll = false;
}

} // namespace Deskbell::App
