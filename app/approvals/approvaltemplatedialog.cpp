// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltemplatedialog.h"

#include "app/approvals/approvaltext.h"
#include "app/approvals/stepdialog.h"
#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/widgets/noticebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

ApprovalTemplateDraft draftOfTemplate(const ApprovalTemplate *value)
{
    if (!value)
        return {};
    ApprovalTemplateDraft draft{.desk = value->desk.id,
                                .key = value->key,
                                .name = value->name,
                                .description = value->description,
                                .allowSelfApproval = value->allowSelfApproval};
    for (const ApprovalStep &step : value->steps)
        draft.steps.append(draftOf(step));
    return draft;
}

} // namespace

ApprovalTemplateDialog::ApprovalTemplateDialog(AppContext &context, const ApprovalTemplate *value,
                                               QWidget *parent)
    : DraftDialog(context, u"/approval-templates"_s,
                  value ? std::optional(Target{.id = value->id.value(), .version = value->version})
                        : std::nullopt,
                  draftOfTemplate(value), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_description(new QLineEdit(before().description, this))
    , m_self(new QCheckBox(tr("Those who ask &may be among those who approve"), this))
    , m_steps(new OrderedListOf<ApprovalStep>(
              {.name = u"step"_s,
               .words = {.name = tr("Steps"), .remove = tr("Remove step")},
               .most = maxApprovalSteps,
               .line = &ApprovalText::line,
               .edit =
                       [this](int row) {
                           editStep(row);
                       }},
              value ? value->steps : QList<ApprovalStep>(), this))
{
    setObjectName(u"approvalTemplateDialog"_s);
    setWindowTitle(value ? tr("Edit %1").arg(value->name) : tr("New approval template"));
    resize(560, 480);
    m_self->setChecked(before().allowSelfApproval);
    if (isNew()) {
        m_desk = new QComboBox(this);
        addField(u"desk"_s, tr("D&esk"), m_desk);
        loadDesks();
    }
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
    addField(u"steps"_s, tr("&Steps"), m_steps);
    form().addRow({}, m_steps->buttons());
    addField(u"allowSelfApproval"_s, {}, m_self);
}

/// Those whose approvals this person arranges.
void ApprovalTemplateDialog::loadDesks()
{
    fetchDesks(context(), this, [this](const Result<QList<Desk>> &desks) {
        if (!desks) {
            notice().showError(desks.error());
            return;
        }
        for (const Desk &desk : *desks) {
            if (context().session.me().grants.holds(Permission::ApprovalManage, desk.id))
                m_desk->addItem(desk.name, desk.id.value());
        }
    });
}

void ApprovalTemplateDialog::editStep(int row)
{
    const ApprovalStep before = row < 0 ? ApprovalStep() : m_steps->things()[row];
    auto *dialog = new StepDialog(context(), before, this);
    connect(dialog, &StepDialog::stepAccepted, m_steps,
            [this, row](const ApprovalStep &step) { m_steps->put(row, step); });
    dialog->open();
}

ApprovalTemplateDraft ApprovalTemplateDialog::typed() const
{
    ApprovalTemplateDraft draft = before();
    if (m_desk)
        draft.desk = DeskId(m_desk->currentData().toLongLong());
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.allowSelfApproval = m_self->isChecked();
    draft.steps.clear();
    for (const ApprovalStep &step : m_steps->things())
        draft.steps.append(draftOf(step));
    return draft;
}

} // namespace Deskbell::App
