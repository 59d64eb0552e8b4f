// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "app/widgets/orderedlist.h"
#include "common/desks/category.h"

class QLineEdit;
class QSpinBox;

namespace Deskbell::App {

class ApprovalTemplateBox;

/// Makes a category of a desk, or changes one: how it is offered, what its form asks, and who has
/// to approve.
class CategoryDialog : public DraftDialog<CategoryDraft>
{
    Q_OBJECT

public:
    /// `category`: null for a new one of that desk, after `count` others.
    CategoryDialog(AppContext &context, DeskId desk, const Category *category, int count,
                   QWidget *parent);

protected:
    CategoryDraft typed() const override;

private:
    void editField(int row);

    QLineEdit *m_name;
    QLineEdit *m_description;
    QSpinBox *m_position;
    ApprovalTemplateBox *m_approval;
    OrderedListOf<CustomField> *m_fields;
};

} // namespace Deskbell::App
