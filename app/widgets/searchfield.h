// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Deskbell::App {

/// A line to search in: magnifier, clear button, an optional key hint at the right, and a signal
/// when typing pauses.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    void setKeyHint(const QString &hint);

Q_SIGNALS:
    /// The text, 150 ms after the last key or at once on Return.
    void searchChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void announce();
    QAction *m_magnifier; ///< a screen reader meets it as a button
    QString m_hint;
    QString m_announced;
    QTimer m_pause;
};

} // namespace Deskbell::App
