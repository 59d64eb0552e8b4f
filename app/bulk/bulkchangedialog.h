// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulk/bulkrequest.h"
#include "common/workflows/allowedtransition.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace Deskbell::App {

class BulkOperations;
struct AppContext;

/// What shall be changed in many tickets: what is not chosen stays as each of them has it. It can
/// be rehearsed first.
class BulkChangeDialog : public QDialog
{
    Q_OBJECT

public:
    struct Target
    {
        BulkRequest request = {}; ///< without a change
        qint64 count = -1;        ///< how many tickets; -1: unknown
        DeskId desk = {};         ///< of whose people, teams and categories one can choose
        QList<AllowedTransition> ways = {}; ///< statuses to choose from
    };
    BulkChangeDialog(AppContext &context, BulkOperations &operations, const Target &target,
                     QWidget *parent);

Q_SIGNALS:
    /// It is on its way.
    void begun();

private:
    QComboBox *choice(const QString &name);
    void loadChoices();
    BulkChange change() const;
    BulkRequest request() const;
    void showState();

    AppContext &m_context;
    BulkOperations &m_operations;
    const Target m_target;
    QComboBox *m_status;
    QComboBox *m_priority;
    QComboBox *m_assignee;
    QComboBox *m_team;
    QComboBox *m_category;
    QLineEdit *m_addTags;
    QLineEdit *m_removeTags;
    QLineEdit *m_reason;
    QCheckBox *m_remove;
    QPushButton *m_rehearse;
    QPushButton *m_run;
};

} // namespace Deskbell::App
