// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/category.h"
#include "common/tickets/tickettemplate.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace Deskbell::App {

class FormFields;

/// Makes a ticket template of a desk, or changes one.
class TicketTemplateDialog : public DraftDialog<TicketTemplateDraft>
{
    Q_OBJECT

public:
    /// `value`: null for a new one.
    TicketTemplateDialog(AppContext &context, DeskId desk, const TicketTemplate *value,
                         QWidget *parent);

protected:
    TicketTemplateDraft typed() const override;

private:
    void loadCategories();
    void showForm();

    QList<Category> m_categories;
    QLineEdit *m_name;
    QComboBox *m_category;
    QLineEdit *m_title;
    QPlainTextEdit *m_description;
    QComboBox *m_priority;
    QLineEdit *m_tags;
    FormFields *m_fields;
};

} // namespace Deskbell::App
