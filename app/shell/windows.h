// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

class QMainWindow;
class QWidget;

namespace Deskbell::App {

class MainWindow;
struct AppContext;

/// The windows of the program: main windows, and single tickets in windows of their own. Restores
/// at start what was open at the end. Owns them all.
class Windows : public QObject
{
    Q_OBJECT

public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;
    void setContext(AppContext *context) { m_context = context; }

    /// The windows of the last time, at least one.
    void restore();
    MainWindow *openMain();
    /// The main window that was used last; null while nobody is signed in.
    MainWindow *active() const;
    QList<MainWindow *> mainWindows() const;

    /// Puts `content` (ownership passes) into a window of its own. `key` ("ticket/42") names it:
    /// asked again, the open window is raised and false is returned (`content` is deleted).
    bool openDetached(const QString &key, const QString &title, QWidget *content);
    /// Raises the window of that key; false when there is none.
    bool raiseDetached(const QString &key);
    /// At sign-out and at the end. They come back at the next start.
    void closeAll();

Q_SIGNALS:
    void allClosed();

private:
    MainWindow *open(const QString &layoutName);
    QString freeLayoutName() const;
    void storeNames();

    AppContext *m_context = nullptr;
    QList<MainWindow *> m_main; ///< most recently used last
    QHash<QString, QPointer<QMainWindow>> m_detached;
    bool m_closingAll = false;
};

} // namespace Deskbell::App
