// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/categorydialog.h"

#include "app/approvals/approvaltemplatebox.h"
#include "app/desks/fielddialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

CategoryDraft draftOf(DeskId desk, const Category *category, int count)
{
    if (!category)
        return {.desk = desk, .position = count};
    return {.desk = desk,
            .name = category->name,
            .description = category->description,
            .position = category->position,
            .approvalTemplate
            = category->approvalTemplate ? category->approvalTemplate->id : ApprovalTemplateId(),
            .fields = category->fields};
}

} // namespace

CategoryDialog::CategoryDialog(AppContext &context, DeskId desk, const Category *category,
                               int count, QWidget *parent)
    : DraftDialog(context, u"/categories"_s,
                  category ? std::optional(
                          Target{.id = category->id.value(), .version = category->version})
                           : std::nullopt,
                  draftOf(desk, category, count), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_description(new QLineEdit(before().description, this))
    , m_position(new QSpinBox(this))
    , m_approval(new ApprovalTemplateBox(context, desk,
                                         category ? category->approvalTemplate : std::nullopt,
                                         tr("The one of the desk"), this))
    , m_fields(new OrderedListOf<CustomField>(
              {.name = u"field"_s,
               .words = {.name = tr("Fields of the form"), .remove = tr("Remove field")},
               .most = maxFormFields,
               .line = &FieldDialog::line,
               .edit =
                       [this](int row) {
                           editField(row);
                       }},
              before().fields, this))
{
    setObjectName(u"categoryDialog"_s);
    setWindowTitle(category ? tr("Edit %1").arg(category->name) : tr("New category"));
    m_description->setPlaceholderText(tr("A line of explanation on its card"));
    m_position->setRange(0, 9999);
    m_position->setValue(before().position);
    m_position->setToolTip(tr("Cards stand in this order, then by name."));
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
    addField(u"position"_s, tr("&Place in the order"), m_position);
    addField(u"approvalTemplate"_s, tr("&Approval"), m_approval);
    addField(u"fields"_s, tr("&Form"), m_fields);
    form().addRow({}, m_fields->buttons());
    m_fields->setToolTip(tr("What is asked when a request of this category is made."));
}

void CategoryDialog::editField(int row)
{
    const QList<CustomField> &form = m_fields->things();
    const bool isStored
            = row >= 0
              && std::any_of(before().fields.cbegin(), before().fields.cend(),
                             [&](const CustomField &field) { return field.key == form[row].key; });
    auto *dialog = new FieldDialog(
            form, row, isStored ? FieldDialog::Key::Kept : FieldDialog::Key::Free, this);
    connect(dialog, &FieldDialog::fieldAccepted, m_fields,
            [this, row](const CustomField &field) { m_fields->put(row, field); });
    dialog->open();
}

CategoryDraft CategoryDialog::typed() const
{
    CategoryDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.position = m_position->value();
    draft.approvalTemplate = m_approval->chosen();
    draft.fields = m_fields->things();
    return draft;
}

} // namespace Deskbell::App
