// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketgrant.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class Registry;
struct AppContext;

/// Asks to see a ticket that one does not see. What comes of it tells nobody whether there is one.
class AccessRequestDialog : public QDialog
{
    Q_OBJECT

public:
    AccessRequestDialog(AppContext &context, QWidget *parent);

private:
    AccessRequestDraft draft() const;
    void send();

    AppContext &m_context;
    NoticeBox *m_notice;
    QLineEdit *m_ticket;
    QPlainTextEdit *m_reason;
    QPushButton *m_send;
    FormErrors *m_errors;
};

/// "Request access…" in the Go menu.
void installAccessRequests(Registry &registry);

} // namespace Deskbell::App
