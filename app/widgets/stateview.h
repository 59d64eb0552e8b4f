// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QStackedWidget>

class QLabel;
class QPushButton;

namespace Deskbell::App {

class SkeletonRows;

/// Around whatever is loaded: placeholder rows while loading, why it is empty and what to do, what
/// failed with Retry, or the content. Takes ownership of the content.
class StateView : public QStackedWidget
{
    Q_OBJECT

public:
    enum class State { Loading, Content, Empty, Failed };

    explicit StateView(QWidget *content, QWidget *parent = nullptr);

    QWidget *content() const { return m_content; }
    State state() const { return m_state; }

    void showLoading();
    void showContent();
    /// `actionText` is a button below; pressing it emits actionRequested().
    void showEmpty(const QString &title, const QString &text, const QString &actionText = {},
                   const QString &icon = QStringLiteral("inbox"));
    /// "`what`" is what could not be done: tr("The tickets could not be loaded").
    void showError(const QString &what, const Error &error);

Q_SIGNALS:
    void retryRequested();
    void actionRequested();

private:
    void setState(State state, QWidget *page);
    void showMessage(const QString &icon, const QString &title, const QString &text,
                     const QString &button);
    void paintIcon();

    QWidget *m_content;
    SkeletonRows *m_skeleton;
    QWidget *m_message;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_iconName;
    State m_state = State::Content;
};

} // namespace Deskbell::App
