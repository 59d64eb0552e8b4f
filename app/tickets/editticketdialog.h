// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/category.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketpatch.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class FormFields;
struct AppContext;

/// Changes the fields of a ticket that this person may change. Only what was changed is sent, with
/// the version it was changed from; when somebody else was first, both values are shown.
class EditTicketDialog : public QDialog
{
    Q_OBJECT

public:
    EditTicketDialog(AppContext &context, const Ticket &ticket, QWidget *parent);

Q_SIGNALS:
    void saved();

private:
    void buildForm();
    void loadCategories();
    void showForm();
    TicketPatch patch() const;
    void save();
    void refused(const Error &error);
    void showConflict(const Ticket &current);

    AppContext &m_context;
    Ticket m_ticket; ///< as it was when the changing began
    QLineEdit *m_title;
    QPlainTextEdit *m_description;
    QComboBox *m_category;
    QList<Category> m_categories;
    FormFields *m_fields;
    QLineEdit *m_tags;
    QComboBox *m_visibility;
    QCheckBox *m_hasDue;
    QDateTimeEdit *m_due;
    QLabel *m_notice;
    QPushButton *m_save;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
