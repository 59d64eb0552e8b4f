// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tokens.h"
#include "common/base/error.h"

#include <QFrame>

class QLabel;

namespace Deskbell::App {

/// A few sentences on a tinted ground inside a form: what failed, what to know. Hidden while empty.
class NoticeBox : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBox(QWidget *parent = nullptr);

    void show(Tone tone, const QString &title, const QString &text = {});
    /// Reason and advice of an error.
    void showError(const Error &error);
    void clear();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Slate;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace Deskbell::App
