// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/deskdialog.h"

#include "app/accounts/accountsmodel.h"
#include "app/approvals/approvaltemplatebox.h"
#include "app/desks/assignmentrulebox.h"
#include "app/desks/choices.h"
#include "app/desks/desktemplatetext.h"
#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/scrollpane.h"
#include "common/base/paging.h"
#include "common/desks/desktemplate.h"
#include "common/workflows/workflow.h"

#include <QComboBox>
#include <QCommandLinkButton>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int templateCardsInRow = 2;
constexpr int descriptionHeight = 72;

/// All that can be changed, as it is.
std::optional<EntityDialog::Original> originalOf(const Desk *desk)
{
    if (!desk)
        return {};
    const DeskPatch all{.name = desk->name,
                        .description = desk->description,
                        .workflow = desk->workflow.id,
                        .approvalTemplate = desk->approvalTemplate ? desk->approvalTemplate->id
                                                                   : ApprovalTemplateId(),
                        .assignmentRule = desk->assignmentRule,
                        .assignmentRole = desk->assignmentRole};
    return EntityDialog::Original{.path = u"/desks/%1"_s.arg(desk->id.value()),
                                  .version = desk->version,
                                  .draft = toJson(all)};
}

} // namespace

DeskDialog::DeskDialog(AppContext &context, const Desk *desk, QWidget *parent)
    : EntityDialog(context, u"/desks"_s, originalOf(desk), parent)
    , m_key(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_workflow(new QComboBox(this))
{
    setObjectName(u"deskDialog"_s);
    setWindowTitle(desk ? tr("Edit %1").arg(desk->name) : tr("New desk"));
    build();
    if (desk) {
        addRules(*desk); // before what is judged together with them
        m_key->setText(desk->key);
        m_key->setEnabled(false);
        m_key->setToolTip(tr("Ticket numbers begin with it; it never changes."));
        m_name->setText(desk->name);
        m_description->setPlainText(desk->description);
        m_workflow->addItem(desk->workflow.name, desk->workflow.id.value());
    } else {
        loadTemplates();
    }
    loadWorkflows();
}

void DeskDialog::build()
{
    m_key->setValidator(
            new QRegularExpressionValidator(QRegularExpression(u"[A-Za-z0-9]{0,10}"_s), m_key));
    connect(m_key, &QLineEdit::textEdited, m_key,
            [this](const QString &text) { m_key->setText(text.toUpper()); });
    m_description->setFixedHeight(descriptionHeight);
    m_description->setTabChangesFocus(true);
    addField(u"key"_s, tr("&Key"), m_key);
    if (isNew()) {
        auto *rule = new QLabel(tr("2 to 10 letters and digits, a letter first"), this);
        rule->setForegroundRole(QPalette::PlaceholderText);
        form().addRow({}, rule);
    }
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
    addField(u"workflow"_s, tr("&Workflow"), m_workflow);
}

void DeskDialog::addRules(const Desk &desk)
{
    m_rule = new AssignmentRuleBox(desk.assignmentRule, this);
    m_rule->setToolTip(tr("Where tickets go that come into work and that nobody has."));
    m_role = new QComboBox(this);
    for (QComboBox *filledLater : {m_role, m_workflow})
        filledLater->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_approval
            = new ApprovalTemplateBox(context(), desk.id, desk.approvalTemplate, tr("None"), this);
    addField(u"assignmentRule"_s, tr("&Tickets go"), m_rule);
    addField(u"assignmentRole"_s, tr("Among those with the &role"), m_role);
    addField(u"approvalTemplate"_s, tr("&Approval"), m_approval);
    const auto followRule = [this] {
        m_role->setEnabled(m_rule->chosen() != AssignmentRule::None);
    };
    connect(m_rule, &QComboBox::currentIndexChanged, this, followRule);
    followRule();
    loadRoles(desk.assignmentRole);
}

/// The one that is there can be kept when the others cannot be listed.
void DeskDialog::loadRoles(const QString &now)
{
    m_role->addItem(now.isEmpty() ? u"–"_s : AccountText::role(now, now), now);
    fetchRoles(context(), this, [this](const Result<QList<Role>> &roles) {
        if (!roles) {
            notice().showError(roles.error());
            return;
        }
        for (const Role &role : *roles) {
            const QString name = AccountText::role(role.key, role.name);
            if (const int row = m_role->findData(role.key); row >= 0)
                m_role->setItemText(row, name);
            else
                m_role->addItem(name, role.key);
        }
    });
}

void DeskDialog::loadTemplates()
{
    m_cards = new QWidget;
    m_grid = new QGridLayout(m_cards);
    auto *waiting = new QLabel(tr("Loading…"), m_cards);
    m_grid->addWidget(waiting, 0, 0);
    auto *area = new ScrollPane(this);
    area->setFocusPolicy(Qt::NoFocus); // its cards have it
    area->setWidgetResizable(true);
    area->setWidget(m_cards);
    beginWith(area);
    resize(720, 480);
    using Templates = Page<DeskTemplateSummary>;
    context().client.get<Templates>(
            u"/desk-templates"_s, this, [this, waiting](const Result<Templates> &templates) {
                delete waiting;
                if (templates) {
                    for (const DeskTemplateSummary &one : templates->data) {
                        const QString text = DeskTemplateText::description(one) + u'\n'
                                             + tr("With: %1").arg(one.categories.join(u", "_s));
                        addCard(DeskTemplateText::label(one), text, [this, one] { choose(one); });
                    }
                } else {
                    notice().showError(templates.error());
                }
                // Also without templates a desk can be made.
                addCard(tr("Nothing prepared"),
                        tr("Choose a workflow, and make the rest yourself."),
                        [this] { choose({}); });
                if (auto *first = m_cards->findChild<QCommandLinkButton *>())
                    first->setFocus(Qt::OtherFocusReason);
            });
}

void DeskDialog::addCard(const QString &title, const QString &text,
                         const std::function<void()> &chosen)
{
    auto *card = new QCommandLinkButton(title, text, m_cards);
    card->setObjectName(u"template"_s);
    card->setIcon(Icons::icon(u"inbox", Icons::Ink::Accent));
    card->setAccessibleDescription(text);
    card->setAutoDefault(true);
    connect(card, &QCommandLinkButton::clicked, this, chosen);
    const int place = m_grid->count();
    m_grid->addWidget(card, place / templateCardsInRow, place % templateCardsInRow);
}

void DeskDialog::choose(const DeskTemplateSummary &chosen)
{
    m_template = chosen.key;
    m_workflow->insertItem(
            0, m_template.isEmpty() ? tr("The usual one") : tr("The one of the template"), 0);
    m_workflow->setCurrentIndex(0);
    if (!m_template.isEmpty()) {
        m_name->setText(DeskTemplateText::label(chosen));
        m_description->setPlainText(DeskTemplateText::description(chosen));
    }
    notice().clear();
    goOn();
}

void DeskDialog::loadWorkflows()
{
    const Api::Request request
            = Api::Request::get(u"/workflows"_s, {{u"pageSize"_s, QString::number(maxPageSize)}});
    context().client.fetch<Page<Workflow>>(
            request, this, [this](const Result<Page<Workflow>> &workflows) {
                if (!workflows) {
                    notice().showError(workflows.error());
                    return;
                }
                for (const Workflow &workflow : workflows->data) {
                    if (m_workflow->findData(workflow.id.value()) < 0)
                        m_workflow->addItem(workflow.name, workflow.id.value());
                }
            });
}

DeskDraft DeskDialog::typed() const
{
    return {.key = m_key->text().trimmed(),
            .name = m_name->text().trimmed(),
            .description = m_description->toPlainText().trimmed(),
            .workflow = WorkflowId(m_workflow->currentData().toLongLong()),
            .deskTemplate = m_template};
}

DeskPatch DeskDialog::typedChange() const
{
    return {.name = m_name->text().trimmed(),
            .description = m_description->toPlainText().trimmed(),
            .workflow = WorkflowId(m_workflow->currentData().toLongLong()),
            .approvalTemplate = m_approval->chosen(),
            .assignmentRule = m_rule->chosen(),
            .assignmentRole = m_role->currentData().toString()};
}

QJsonObject DeskDialog::draft() const
{
    return isNew() ? toJson(typed()) : toJson(typedChange());
}

QList<FieldError> DeskDialog::faults() const
{
    return isNew() ? validate(typed()) : validate(typedChange());
}

} // namespace Deskbell::App
