// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/deskdialog.h"

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

DeskDraft draftOf(const Desk *desk)
{
    if (!desk)
        return {};
    return {.key = desk->key,
            .name = desk->name,
            .description = desk->description,
            .workflow = desk->workflow.id};
}

} // namespace

DeskDialog::DeskDialog(AppContext &context, const Desk *desk, QWidget *parent)
    : DraftDialog(context, u"/desks"_s,
                  desk ? std::optional(Target{.id = desk->id.value(), .version = desk->version})
                       : std::nullopt,
                  draftOf(desk), parent)
    , m_key(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_workflow(new QComboBox(this))
{
    setObjectName(u"deskDialog"_s);
    setWindowTitle(desk ? tr("Edit %1").arg(desk->name) : tr("New desk"));
    build();
    if (desk) {
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
    DeskDraft draft = before();
    draft.key = m_key->text().trimmed();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->toPlainText().trimmed();
    draft.workflow = WorkflowId(m_workflow->currentData().toLongLong());
    draft.deskTemplate = m_template;
    return draft;
}

} // namespace Deskbell::App
