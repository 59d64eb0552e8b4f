// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/columnsmodel.h"
#include "common/bulk/bulk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Deskbell::App {

class BulkOperations;
class StateView;
struct AppContext;

/// What becomes, became or would become of each ticket of an operation, with what can be done next:
/// run it, cancel it, undo it. Closing it changes nothing.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    BulkDialog(AppContext &context, BulkOperations &operations, const Bulk &bulk, QWidget *parent);

Q_SIGNALS:
    void ticketChosen(const QString &number);

private:
    void showBulk(const Bulk &bulk);
    void load();
    void showState();

    AppContext &m_context;
    BulkOperations &m_operations;
    Bulk m_bulk;
    ColumnsModel<BulkTicket> *m_model;
    QLabel *m_title;
    QLabel *m_counts;
    QProgressBar *m_progress;
    QComboBox *m_outcome;
    QTableView *m_table;
    StateView *m_state;
    QPushButton *m_run;
    QPushButton *m_cancel;
    QPushButton *m_undo;
};

} // namespace Deskbell::App
