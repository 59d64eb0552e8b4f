// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/canneddialog.h"

#include "app/accounts/people.h"
#include "app/canned/cannedtext.h"
#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/markdownview.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/scrollpane.h"
#include "common/base/clock.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int deskRole = Qt::UserRole + 1;
constexpr int textRows = 6;
constexpr int previewRows = 5;
constexpr int fewestPreviewRows = 3; ///< where a fault needs the room
// Beside accounts, whose ids are above 0.
constexpr qint64 leaveAssignee = -2;
constexpr qint64 assignToMe = -1;
constexpr qint64 releaseTicket = 0;

CannedDraft draftOfReply(const CannedReply *value)
{
    return value ? draftOf(*value) : CannedDraft{};
}

qint64 assigneeData(const Given<AssigneeChoice> &choice)
{
    if (!choice)
        return leaveAssignee;
    switch (choice->kind) {
    case AssigneeChoice::Kind::Nobody: return releaseTicket;
    case AssigneeChoice::Kind::Me: return assignToMe;
    case AssigneeChoice::Kind::Account: return choice->account.value();
    }
    Q_UNREACHABLE();
}

/// Adds what is not there; what was chosen before stays chosen.
void addChoice(QComboBox *box, const QString &text, const QVariant &data)
{
    if (box->findData(data) < 0)
        box->addItem(text, data);
}

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

void keepFirst(QComboBox *box, int count)
{
    while (box->count() > count)
        box->removeItem(box->count() - 1);
}

} // namespace

CannedDialog::CannedDialog(AppContext &context, const CannedReply *value, QWidget *parent)
    : DraftDialog(context, u"/canned-replies"_s,
                  value ? std::optional(Target{.id = value->id.value(), .version = value->version})
                        : std::nullopt,
                  draftOfReply(value), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_category(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_text(new QPlainTextEdit(before().text, this))
    , m_variables(new QToolButton(this))
    , m_preview(new MarkdownView(this))
    , m_priority(new QComboBox(this))
    , m_assignee(new QComboBox(this))
    , m_team(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_addTags(new QLineEdit(before().actions.addTags.join(u", "_s), this))
    , m_removeTags(new QLineEdit(before().actions.removeTags.join(u", "_s), this))
{
    setObjectName(u"cannedDialog"_s);
    setWindowTitle(value ? tr("Edit %1").arg(value->name) : tr("New canned reply"));
    m_name->setPlaceholderText(tr("By which it is found behind /"));
    addField(u"name"_s, tr("&Name"), m_name);
    if (isNew()) {
        m_scope = new QComboBox(this);
        offerScopes();
        addField(u"scope"_s, tr("&Who has it"), m_scope);
        connect(m_scope, &QComboBox::currentIndexChanged, this, &CannedDialog::loadChoices);
    }
    m_category->addItem(tr("Every category"), 0);
    if (value && value->category)
        m_category->addItem(value->category->name, value->category->id.value());
    choose(m_category, before().category.value());
    addField(u"category"_s, tr("&Category"), m_category);
    m_kind->addItem(tr("Replies"), false);
    m_kind->addItem(tr("Internal notes"), true);
    m_kind->setCurrentIndex(before().isInternal ? 1 : 0);
    addField(u"isInternal"_s, tr("&For"), m_kind);
    addText();
    addActions(value);
    loadChoices();
    fetchStatuses(context, this, [this](const Result<QList<WorkflowStatus>> &statuses) {
        for (const WorkflowStatus &status : statuses.value_or(QList<WorkflowStatus>()))
            addChoice(m_status, TicketText::status(status.key, status.label), status.key);
    });
    showPreview();
}

void CannedDialog::addText()
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textRows * m_text->fontMetrics().lineSpacing() + 2 * Metrics::gap);
    m_text->setPlaceholderText(tr("Markdown with variables: Dear %1,")
                                       .arg(placeholderOf(CannedVariable::RequesterFirstName)));
    addField(u"text"_s, tr("&Text"), m_text);
    m_variables->setObjectName(u"variables"_s);
    m_variables->setText(tr("&Insert variable"));
    m_variables->setPopupMode(QToolButton::InstantPopup);
    m_variables->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_variables);
    for (const auto &row : WireEnum<CannedVariable>::names) {
        menu->addAction(CannedText::variable(row.value), m_text, [this, variable = row.value] {
            m_text->insertPlainText(placeholderOf(variable));
            m_text->setFocus();
        });
    }
    m_variables->setMenu(menu);
    form().addRow({}, m_variables);
    auto *pane = new ScrollPane(this);
    pane->setWidget(m_preview);
    pane->setWidgetResizable(true);
    const int line = m_text->fontMetrics().lineSpacing();
    pane->setMinimumHeight(fewestPreviewRows * line);
    pane->setMaximumHeight(previewRows * line);
    m_preview->setAccessibleName(tr("Preview"));
    form().addRow(tr("Preview"), pane);
    connect(m_text, &QPlainTextEdit::textChanged, this, &CannedDialog::showPreview);
}

void CannedDialog::addActions(const CannedReply *value)
{
    const MacroActions &does = before().actions;
    auto *title = new QLabel(tr("What it does to the ticket, as a macro"), this);
    title->setFont(Fonts::bodyBold());
    form().addRow(title);
    m_priority->addItem(tr("Leave as it is"), -1);
    for (const Priority one : {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low})
        m_priority->addItem(TicketText::priority(one), int(one));
    choose(m_priority, does.priority ? int(*does.priority) : -1);
    m_assignee->addItem(tr("Leave as it is"), leaveAssignee);
    m_assignee->addItem(tr("Whoever uses it"), assignToMe);
    m_assignee->addItem(tr("Nobody"), releaseTicket);
    if (value && value->assignee)
        m_assignee->addItem(value->assignee->displayName, value->assignee->id.value());
    choose(m_assignee, assigneeData(does.assignedTo));
    m_team->addItem(tr("Leave as it is"), 0);
    if (value && value->team)
        m_team->addItem(value->team->name, value->team->id.value());
    choose(m_team, does.team.value());
    m_status->addItem(tr("Leave as it is"), QString());
    if (!does.status.isEmpty())
        m_status->addItem(TicketText::status(does.status), does.status);
    choose(m_status, does.status);
    m_addTags->setPlaceholderText(tr("Separated by commas"));
    m_removeTags->setPlaceholderText(tr("Separated by commas"));
    addField(u"actions.priority"_s, tr("&Priority"), m_priority);
    addField(u"actions.assignedTo"_s, tr("&Assign to"), m_assignee);
    addField(u"actions.team"_s, tr("Transfer t&o team"), m_team);
    addField(u"actions.status"_s, tr("&Status"), m_status);
    addField(u"actions.addTags"_s, tr("Add ta&gs"), m_addTags);
    addField(u"actions.removeTags"_s, tr("&Remove tags"), m_removeTags);
}

void CannedDialog::offerScopes()
{
    m_scope->addItem(tr("Only me"), int(CannedScope::Personal));
    const Grants &grants = context().session.me().grants;
    if (mayKeepCanned(grants, CannedScope::Global, {}))
        m_scope->addItem(tr("Everybody who works on tickets"), int(CannedScope::Global));
    if (!grants.holdsAnywhere(Permission::CannedManage))
        return;
    fetchDesks(context(), this, [this](const Result<QList<Desk>> &desks) {
        if (!desks)
            return notice().showError(desks.error());
        for (const Desk &one : *desks) {
            if (!mayKeepCanned(context().session.me().grants, CannedScope::Desk, one.id))
                continue;
            m_scope->addItem(tr("Desk %1").arg(one.name), int(CannedScope::Desk));
            m_scope->setItemData(m_scope->count() - 1, one.id.value(), deskRole);
        }
    });
}

DeskId CannedDialog::desk() const
{
    return m_scope ? DeskId(m_scope->currentData(deskRole).toLongLong()) : before().desk;
}

void CannedDialog::loadChoices()
{
    if (isNew()) { // those of the desk before
        keepFirst(m_category, 1);
        keepFirst(m_assignee, 3);
        keepFirst(m_team, 1);
    }
    const DeskId chosen = desk();
    m_category->setEnabled(chosen.isValid());
    if (chosen.isValid()) {
        fetchCategories(context(), chosen, this,
                        [this, chosen](const Result<QList<Category>> &found) {
                            for (const Category &one : found.value_or(QList<Category>())) {
                                if (chosen == desk())
                                    addChoice(m_category, one.name, one.id.value());
                            }
                        });
    }
    fetchTeams(context(), chosen, this, [this, chosen](const Result<QList<TeamRef>> &teams) {
        for (const TeamRef &team : teams.value_or(QList<TeamRef>())) {
            if (chosen == desk())
                addChoice(m_team, team.name, team.id.value());
        }
    });
    if (!context().session.can(Permission::UserView))
        return;
    fetchPeople(context(), {.desk = chosen, .staffOnly = true}, this,
                [this, chosen](const Result<QList<PersonRef>> &people) {
                    for (const PersonRef &one : people.value_or(QList<PersonRef>())) {
                        if (chosen == desk())
                            addChoice(m_assignee, one.displayName, one.id.value());
                    }
                });
}

void CannedDialog::showPreview()
{
    const QDateTime now = context().clock.now();
    m_preview->setMarkdownText(
            expandCanned(m_text->toPlainText(), CannedText::values(CannedText::example(now),
                                                                   context().session.me(), now)));
}

MacroActions CannedDialog::actions() const
{
    MacroActions does;
    if (const int priority = m_priority->currentData().toInt(); priority >= 0)
        does.priority = Priority(priority);
    switch (const qint64 assignee = m_assignee->currentData().toLongLong(); assignee) {
    case leaveAssignee: break;
    case assignToMe: does.assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Me}; break;
    case releaseTicket: does.assignedTo = AssigneeChoice{}; break;
    default:
        does.assignedTo = AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                         .account = AccountId(assignee)};
    }
    does.team = TeamId(m_team->currentData().toLongLong());
    does.status = m_status->currentData().toString();
    does.addTags = TicketText::tags(m_addTags->text());
    does.removeTags = TicketText::tags(m_removeTags->text());
    return does;
}

CannedDraft CannedDialog::typed() const
{
    CannedDraft draft = before();
    draft.name = m_name->text().trimmed();
    if (m_scope)
        draft.scope = CannedScope(m_scope->currentData().toInt());
    draft.desk = desk();
    draft.category = CategoryId(m_category->currentData().toLongLong());
    draft.isInternal = m_kind->currentData().toBool();
    draft.text = m_text->toPlainText().trimmed();
    draft.actions = actions();
    return draft;
}

} // namespace Deskbell::App
