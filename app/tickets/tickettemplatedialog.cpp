// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/tickettemplatedialog.h"

#include "app/desks/choices.h"
#include "app/desks/formfields.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/noticebox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int descriptionRows = 6;

TicketTemplateDraft templateDraft(DeskId desk, const TicketTemplate *value)
{
    if (!value)
        return {.desk = desk};
    return {.desk = desk,
            .name = value->name,
            .title = value->title,
            .description = value->description,
            .category = value->category ? value->category->id : CategoryId(),
            .priority = value->priority,
            .tags = value->tags,
            .customFields = value->customFields};
}

} // namespace

TicketTemplateDialog::TicketTemplateDialog(AppContext &context, DeskId desk,
                                           const TicketTemplate *value, QWidget *parent)
    : DraftDialog(context, u"/ticket-templates"_s,
                  value ? std::optional(Target{.id = value->id.value(), .version = value->version})
                        : std::nullopt,
                  templateDraft(desk, value), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_category(new QComboBox(this))
    , m_title(new QLineEdit(before().title, this))
    , m_description(new QPlainTextEdit(before().description, this))
    , m_priority(new QComboBox(this))
    , m_tags(new QLineEdit(before().tags.join(u", "_s), this))
{
    setObjectName(u"ticketTemplateDialog"_s);
    setWindowTitle(value ? tr("Edit %1").arg(value->name) : tr("New ticket template"));
    m_name->setPlaceholderText(tr("By which it is chosen: “New laptop”"));
    m_category->addItem(tr("None"), 0);
    if (value && value->category) {
        m_category->addItem(value->category->name, value->category->id.value());
        m_category->setCurrentIndex(1);
    }
    m_title->setPlaceholderText(tr("What the request is called, if that is always the same"));
    m_description->setTabChangesFocus(true);
    m_description->setMinimumHeight(descriptionRows * m_description->fontMetrics().lineSpacing());
    m_description->setPlaceholderText(tr("What has to be told; questions to be answered"));
    for (const Priority priority :
         {Priority::Low, Priority::Medium, Priority::High, Priority::Urgent})
        m_priority->addItem(TicketText::priority(priority), int(priority));
    m_priority->setCurrentIndex(m_priority->findData(int(before().priority)));
    m_tags->setPlaceholderText(tr("Separated by commas"));
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"title"_s, tr("&Title"), m_title);
    addField(u"description"_s, tr("&Description"), m_description);
    addField(u"priority"_s, tr("&Priority"), m_priority);
    addField(u"tags"_s, tr("Ta&gs"), m_tags);
    addField(u"category"_s, tr("&Category"), m_category);
    m_fields = new FormFields(context, &form(), m_category, &errors());
    m_fields->setValues(before().customFields);
    connect(m_category, &QComboBox::currentIndexChanged, this, &TicketTemplateDialog::showForm);
    loadCategories();
}

void TicketTemplateDialog::loadCategories()
{
    fetchCategories(context(), before().desk, this,
                    [this](const Result<QList<Category>> &categories) {
                        if (!categories)
                            return notice().showError(categories.error());
                        m_categories = *categories;
                        for (const Category &category : std::as_const(m_categories)) {
                            if (m_category->findData(category.id.value()) < 0)
                                m_category->addItem(category.name, category.id.value());
                        }
                        showForm();
                    });
}

/// Nothing of it is needed: what a template leaves empty is asked of whoever uses it.
void TicketTemplateDialog::showForm()
{
    QList<CustomField> form;
    for (const Category &category : std::as_const(m_categories)) {
        if (category.id.value() == m_category->currentData().toLongLong())
            form = category.fields;
    }
    for (CustomField &field : form)
        field.required = false;
    m_fields->setForm(form);
}

TicketTemplateDraft TicketTemplateDialog::typed() const
{
    TicketTemplateDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.title = m_title->text().trimmed();
    draft.description = m_description->toPlainText().trimmed();
    draft.category = CategoryId(m_category->currentData().toLongLong());
    draft.priority = Priority(m_priority->currentData().toInt());
    draft.tags = TicketText::tags(m_tags->text());
    draft.customFields = m_fields->values();
    return draft;
}

} // namespace Deskbell::App
