// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketdraft.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Deskbell::App {

class FormErrors;
class FormFields;
class StateView;
class UploadList;
struct AppContext;

/// A new request: first what it is about (cards with a line of explanation), then its form with
/// files. What is wrong is said at the field as one types. The window stays open until the server
/// has the request, so nothing typed is lost.
class NewRequestDialog : public QDialog
{
    Q_OBJECT

public:
    NewRequestDialog(AppContext &context, QWidget *parent);

    /// Straight to the form of this category of the desk.
    void begin(const Desk &desk, const Category &category);

Q_SIGNALS:
    void created(const Deskbell::Ticket &ticket);

public Q_SLOTS:
    void reject() override;

private:
    QWidget *makeCategoryPage();
    QWidget *makeFormPage();
    void loadDesks();
    void loadCategories();
    void showCategories(const QList<Category> &categories);
    void choose(const Category &category);
    void loadPeople();
    TicketDraft draft() const;
    QList<FieldError> faults() const;
    bool hasContent() const;
    void updateSend();
    void send();
    void answered(const Result<Ticket> &ticket);

    AppContext &m_context;
    QList<Desk> m_desks;
    Desk m_desk;
    Category m_category;
    QByteArray m_key; ///< idempotency key of a send that may have arrived
    bool m_sending = false;

    QStackedWidget *m_pages;
    QComboBox *m_deskChoice;
    StateView *m_categoryState;
    QWidget *m_cards;
    QLabel *m_chosen;
    QLineEdit *m_title;
    QPlainTextEdit *m_description;
    QComboBox *m_priority;
    QLabel *m_requesterLabel;
    QComboBox *m_requester;
    FormFields *m_fields;
    UploadList *m_files;
    QLabel *m_notice;
    QPushButton *m_back;
    QPushButton *m_send;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
