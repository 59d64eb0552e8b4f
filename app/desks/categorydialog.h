// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/category.h"

class QLineEdit;
class QSpinBox;

namespace Deskbell::App {

/// Makes a category of a desk, or changes one; its form and approval stay as they are.
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
    QLineEdit *m_name;
    QLineEdit *m_description;
    QSpinBox *m_position;
};

} // namespace Deskbell::App
