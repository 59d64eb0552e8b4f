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

    /// Underlines a part of the text (in UTF-16 units) and says what is wrong with it.
    void setFault(qsizetype position, qsizetype length, const QString &reason);
    void clearFault();
    /// As if Return were pressed.
    void announceNow() { announce(); }

Q_SIGNALS:
    /// The text, 150 ms after the last key or at once on Return.
    void searchChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void announce();
    void paintFault();

    QAction *m_magnifier; ///< a screen reader meets it as a button
    QString m_hint;
    QString m_announced;
    QTimer m_pause;
    qsizetype m_faultPosition = 0;
    qsizetype m_faultLength = 0; ///< 0: nothing is wrong
};

} // namespace Deskbell::App
