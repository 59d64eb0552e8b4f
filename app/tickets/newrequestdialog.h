// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/requestdrafts.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketdraft.h"
#include "common/tickets/tickettemplate.h"

#include <QDialog>
#include <QTimer>

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
/// files; a template of the desk fills both. What is wrong is said at the field as one types. The
/// window stays open until the server has the request, and what is typed is a draft on the disk
/// half a second later, so nothing typed is lost.
class NewRequestDialog : public QDialog
{
    Q_OBJECT

public:
    NewRequestDialog(AppContext &context, QWidget *parent);

    ~NewRequestDialog() override;

    /// Straight to the form of this category of the desk.
    void begin(const Desk &desk, const Category &category);
    /// Goes on where this was left.
    void resume(const RequestDraft &draft);

Q_SIGNALS:
    void created(const Deskbell::Ticket &ticket);
    /// Closed with something typed in it.
    void keptAsDraft(const Deskbell::App::RequestDraft &draft);

public Q_SLOTS:
    void reject() override;

private:
    QWidget *makeCategoryPage();
    QWidget *makeFormPage();
    void loadDesks();
    void loadCategories();
    void showCategories(const QList<Category> &categories);
    void choose(const Category &category);
    void refreshChosen();
    void loadTemplates();
    void showTemplates();
    void useTemplate(const TicketTemplate &used);
    bool wouldReplace(const TicketTemplate &used) const;
    void fillFrom(const TicketTemplate &used);
    void setTags(const QStringList &tags);
    void loadPeople();
    TicketDraft draft() const;
    QList<FieldError> faults() const;
    bool isTyped() const;
    RequestDraft formDraft() const;
    void keepSoon();
    void keepDraft();
    void updateSend();
    void send();
    void answered(const Result<Ticket> &ticket);

    AppContext &m_context;
    QList<Desk> m_desks;
    Desk m_desk;
    Category m_category;
    QList<Category> m_categories; ///< of the desk
    QList<TicketTemplate> m_templates;
    TicketTemplate m_used; ///< what stands in the form as it came from there was not typed
    QStringList m_tags;
    RequestDraft m_kept;         ///< as it is on the disk; no date: not yet
    AccountId m_wantedRequester; ///< until the people are there
    QTimer m_pause;              ///< until the next time that it is kept
    bool m_sent = false;
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
    QLabel *m_tagsTitle;
    QLabel *m_tagsText;
    QLabel *m_requesterLabel;
    QComboBox *m_requester;
    FormFields *m_fields;
    UploadList *m_files;
    QLabel *m_notice;
    QPushButton *m_template;
    QPushButton *m_back;
    QPushButton *m_send;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
