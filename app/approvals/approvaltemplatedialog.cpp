// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltemplatedialog.h"

#include "app/approvals/approvaltext.h"
#include "app/approvals/stepdialog.h"
#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/widgets/noticebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

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
    , m_steps(value ? value->steps : QList<ApprovalStep>())
    , m_name(new QLineEdit(before().name, this))
    , m_description(new QLineEdit(before().description, this))
    , m_self(new QCheckBox(tr("Those who ask &may be among those who approve"), this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(Icons::icon(u"plus"), tr("Add…"), this))
    , m_edit(new QPushButton(Icons::icon(u"edit"), tr("Edit…"), this))
    , m_up(new QPushButton(Icons::icon(u"arrow-up"), {}, this))
    , m_down(new QPushButton(Icons::icon(u"arrow-down"), {}, this))
    , m_remove(new QPushButton(Icons::icon(u"trash"), {}, this))
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
    addField(u"steps"_s, tr("&Steps"), m_list);
    form().addRow({}, buildSteps());
    addField(u"allowSelfApproval"_s, {}, m_self);
    showSteps(0);
}

QWidget *ApprovalTemplateDialog::buildSteps()
{
    m_list->setAccessibleName(tr("Steps"));
    m_list->setWordWrap(true);
    m_add->setObjectName(u"stepAdd"_s);
    m_edit->setObjectName(u"stepEdit"_s);
    m_up->setObjectName(u"stepUp"_s);
    m_down->setObjectName(u"stepDown"_s);
    m_remove->setObjectName(u"stepRemove"_s);
    const std::pair<QPushButton *, QString> words[]
            = {{m_up, tr("Earlier")}, {m_down, tr("Later")}, {m_remove, tr("Remove step")}};
    for (const auto &[button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    for (QPushButton *button : {m_add, m_edit, m_up, m_down, m_remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch();
    connect(m_add, &QPushButton::clicked, this, [this] { editStep(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editStep(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemDoubleClicked, this,
            [this] { editStep(m_list->currentRow()); });
    connect(m_up, &QPushButton::clicked, this, [this] { moveStep(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveStep(1); });
    connect(m_remove, &QPushButton::clicked, this, &ApprovalTemplateDialog::removeStep);
    connect(m_list, &QListWidget::currentRowChanged, this, &ApprovalTemplateDialog::updateButtons);
    return row;
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

void ApprovalTemplateDialog::showSteps(int current)
{
    m_list->clear();
    int number = 0;
    for (const ApprovalStep &step : std::as_const(m_steps)) {
        m_list->addItem(u"%1. %2"_s.arg(QLocale().toString(++number), ApprovalText::line(step)));
        m_list->item(number - 1)->setToolTip(step.name);
    }
    m_list->setCurrentRow(std::min(current, int(m_steps.size()) - 1));
    updateButtons();
}

void ApprovalTemplateDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_steps.size());
    m_add->setEnabled(m_steps.size() < maxApprovalSteps);
}

void ApprovalTemplateDialog::editStep(int row)
{
    auto *dialog = new StepDialog(context(), row < 0 ? ApprovalStep() : m_steps[row], this);
    connect(dialog, &StepDialog::stepAccepted, this, [this, row](const ApprovalStep &step) {
        if (row < 0)
            m_steps.append(step);
        else
            m_steps[row] = step;
        showSteps(row < 0 ? int(m_steps.size()) - 1 : row);
    });
    dialog->open();
}

void ApprovalTemplateDialog::moveStep(int by)
{
    const int row = m_list->currentRow();
    m_steps.swapItemsAt(row, row + by);
    showSteps(row + by);
}

void ApprovalTemplateDialog::removeStep()
{
    const int row = m_list->currentRow();
    m_steps.removeAt(row);
    showSteps(row);
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
    for (const ApprovalStep &step : m_steps)
        draft.steps.append(draftOf(step));
    return draft;
}

} // namespace Deskbell::App
