// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvaltemplate.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace Deskbell::App {

class FormErrors;
class PersonField;
struct AppContext;

/// One step of an approval template: who is asked, and how many of them have to approve. Sends
/// nothing; the form of the template takes what it yields.
class StepDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins with `step`.
    StepDialog(AppContext &context, const ApprovalStep &step, QWidget *parent);

Q_SIGNALS:
    void stepAccepted(const Deskbell::ApprovalStep &step);

private:
    void buildForm();
    void loadRoles();
    void addPerson(const PersonRef &person);
    void addRole(const QString &key, const QString &name);
    ApprovalStep step() const;
    void finish();

    AppContext &m_context;
    const ApprovalStep m_before;
    QLineEdit *m_name;
    PersonField *m_search;
    QListWidget *m_people;
    QListWidget *m_roles;
    QComboBox *m_mode;
    QSpinBox *m_count;
    QSpinBox *m_remind;
    QSpinBox *m_expire;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
