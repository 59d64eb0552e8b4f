// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace Deskbell::App {

class StatusDot;
struct AppContext;

/// The status bar: connection, whether all is saved, what could not be sent yet, key hints of what
/// has the focus.
class StatusArea : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusArea(AppContext &context, QWidget *parent = nullptr);

    /// How many changes the server has not confirmed yet; 0 is "All changes saved".
    void setPending(int changes);
    /// "J/K move · A take": what the page in front wants said; empty for none.
    void setKeyHints(const QString &hints);
    void retranslate();

Q_SIGNALS:
    /// The person wants to see what could not be sent yet.
    void unsentWanted();

private:
    void connectionChanged();
    void showUnsent();

    AppContext &m_context;
    StatusDot *m_dot;
    QLabel *m_connection;
    QLabel *m_saved;
    QToolButton *m_unsent;
    QLabel *m_hints;
    int m_pending = 0;
};

} // namespace Deskbell::App
