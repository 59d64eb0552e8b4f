// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/categorydialog.h"

#include <QLineEdit>
#include <QSpinBox>

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
}

CategoryDraft CategoryDialog::typed() const
{
    CategoryDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.position = m_position->value();
    return draft;
}

} // namespace Deskbell::App
