// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagedmodel.h"
#include "common/approvals/approvalproxy.h"

#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
class PagedTable;
class PersonField;
struct AppContext;

/// Who decides in one's place, and in whose place one decides, when.
class ProxiesModel : public PagedModel<ApprovalProxy>
{
    Q_OBJECT

public:
    enum Column { WhoColumn, FromColumn, ToColumn, StateColumn, ColumnCount };

    ProxiesModel(AppContext &context, QObject *parent);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const ApprovalProxy &proxy, int column, int role) const override;

private:
    AppContext &m_context;
};

/// The stand-ins of whoever is signed in: list, add, end.
class ProxiesDialog : public QDialog
{
    Q_OBJECT

public:
    ProxiesDialog(AppContext &context, QWidget *parent);

private:
    void buildForm();
    ApprovalProxyDraft draft() const;
    void add();
    void askToRemove();
    void remove(int row);
    void updateButtons();

    AppContext &m_context;
    ProxiesModel *m_model;
    PagedTable *m_table;
    NoticeBox *m_notice;
    QPushButton *m_remove;
    PersonField *m_person;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QPushButton *m_add;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
