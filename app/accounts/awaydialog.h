// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class Registry;
struct AppContext;

/// Says until when one is away, so that no ticket is given to one meanwhile, or that one is back.
class AwayDialog : public QDialog
{
    Q_OBJECT

public:
    AwayDialog(AppContext &context, QWidget *parent);

private:
    /// An invalid time: is back.
    void send(const QDateTime &until);

    AppContext &m_context;
    NoticeBox *m_notice;
    QDateTimeEdit *m_until;
    QPushButton *m_away;
    QPushButton *m_back;
    FormErrors *m_errors;
};

/// "I am away…" in the menu of the account.
void installAway(Registry &registry);

} // namespace Deskbell::App
