// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"
#include "common/tickets/ticketrequests.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace Deskbell::App {

class FormErrors;
struct AppContext;

/// Asks to whom a ticket goes, and why.
class TransferDialog : public QDialog
{
    Q_OBJECT

public:
    TransferDialog(AppContext &context, const Ticket &ticket, QWidget *parent);

Q_SIGNALS:
    void transferChosen(const Deskbell::Transfer &transfer);

private:
    void loadPeople();
    void loadTeams();
    Transfer transfer() const;
    void send();

    AppContext &m_context;
    Ticket m_ticket;
    QComboBox *m_person;
    QComboBox *m_team;
    QPlainTextEdit *m_reason;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
