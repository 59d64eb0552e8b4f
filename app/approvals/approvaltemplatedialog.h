// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "app/widgets/orderedlist.h"
#include "common/approvals/approvaltemplate.h"
#include "common/desks/desk.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

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
    void loadDesks();
    void editStep(int row);

    QComboBox *m_desk = nullptr; ///< of a new one only: it never changes
    QLineEdit *m_name;
    QLineEdit *m_description;
    QCheckBox *m_self;
    OrderedListOf<ApprovalStep> *m_steps;
};

} // namespace Deskbell::App
