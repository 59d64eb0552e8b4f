// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/access/ticketgrant.h"
#include "common/tickets/ticket.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class PagedTable;
class PersonField;
struct AppContext;

/// A seer as a row: known by the person.
struct SeerRow
{
    AccountId id = {};
    TicketSeer seer = {};
};
void read(JsonReader &reader, SeerRow &row);

/// Who sees a ticket, and why.
class SeersModel : public PagedModel<SeerRow>
{
    Q_OBJECT

public:
    enum Column { PersonColumn, ReasonsColumn, ColumnCount };

    using PagedModel::PagedModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const SeerRow &row, int column, int role) const override;
};

/// Who was let into a restricted ticket.
class GrantsModel : public PagedModel<TicketGrant>
{
    Q_OBJECT

public:
    enum Column { WhomColumn, ByColumn, SinceColumn, ColumnCount };

    GrantsModel(AppContext &context, QObject *parent);

    static QString whom(const TicketGrant &grant);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const TicketGrant &grant, int column, int role) const override;

private:
    AppContext &m_context;
};

/// Who can see a ticket, and why; where it is restricted, who was let in, for those who may let in
/// and take that back.
class SeersDialog : public QDialog
{
    Q_OBJECT

public:
    SeersDialog(AppContext &context, const Ticket &ticket, QWidget *parent);

    /// Whether there is anything in it for whoever is signed in.
    static bool isFor(const AppContext &context, const Ticket &ticket);

Q_SIGNALS:
    /// Somebody was let in, or is no longer.
    void changed();

private:
    QWidget *buildGrants();
    void loadRoles();
    QString path(const QString &rest) const;
    TicketGrantDraft draft() const;
    void add();
    void remove();
    void refreshAfterChange();
    void updateButtons();

    AppContext &m_context;
    Ticket m_ticket;
    SeersModel *m_seers;
    GrantsModel *m_grants;
    PagedTable *m_seerTable;
    PagedTable *m_grantTable;
    NoticeBox *m_notice;
    QPushButton *m_remove;
    QComboBox *m_kind;
    QStackedWidget *m_choice;
    PersonField *m_person;
    QComboBox *m_role;
    QPushButton *m_add;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
