// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/approvals/approvaltemplate.h"
#include "common/desks/desk.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace Deskbell::App {

/// Makes an approval template of a desk, or changes one: its steps in their order.
class ApprovalTemplateDialog : public DraftDialog<ApprovalTemplateDraft>
{
    Q_OBJECT

public:
    /// `value`: null for a new one.
    ApprovalTemplateDialog(AppContext &context, const ApprovalTemplate *value, QWidget *parent);

protected:
    ApprovalTemplateDraft typed() const override;

private:
    QWidget *buildSteps();
    void loadDesks();
    void editStep(int row);
    void moveStep(int by);
    void removeStep();
    void showSteps(int current);
    void updateButtons();

    QList<ApprovalStep> m_steps;
    QComboBox *m_desk = nullptr; ///< of a new one only: it never changes
    QLineEdit *m_name;
    QLineEdit *m_description;
    QCheckBox *m_self;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace Deskbell::App
