// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/rating.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Deskbell::App {

/// How content somebody is: one to five stars and a word. One star has the focus; arrow keys
/// choose.
class RatingForm : public QWidget
{
    Q_OBJECT

public:
    explicit RatingForm(QWidget *parent = nullptr);

    /// Begins anew, with what was said before.
    void setRating(const std::optional<Rating> &rating);

Q_SIGNALS:
    void rated(int score, const QString &comment);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showScore();

    std::optional<Rating> m_before;
    QLabel *m_question;
    QButtonGroup *m_stars; ///< by score
    QLineEdit *m_comment;
    QPushButton *m_send;
};

} // namespace Deskbell::App
