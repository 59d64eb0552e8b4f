// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workfloweditor.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/settings.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/workflows/rehearsaldialog.h"
#include "app/workflows/versionsdialog.h"
#include "app/workflows/workflowgraph.h"
#include "app/workflows/workflowinspector.h"
#include "app/workflows/workflowtext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

constexpr auto journalDelay = 400ms;
constexpr int faultRows = 4;

QToolButton *toolButton(const QString &name, QStringView icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(Icons::icon(icon));
    button->setAutoRaise(true);
    return button;
}

void setWords(QToolButton *button, const QString &text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

/// As it is written down while it is not saved: faulty ones, too.
std::optional<WorkflowDefinition> readDraft(const QJsonObject &json)
{
    JsonReader reader(json, Unknown::Ignored);
    WorkflowDefinition definition;
    read(reader, definition);
    return reader.finish().isEmpty() ? std::optional(definition) : std::nullopt;
}

} // namespace

WorkflowEditor::WorkflowEditor(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new EditedWorkflow(this))
    , m_graph(new WorkflowGraph(*m_draft))
    , m_inspector(new WorkflowInspector(*m_draft))
    , m_back(toolButton(u"editorBack"_s, u"arrow-left", this))
    , m_name(new QLineEdit(this))
    , m_nameError(nullptr)
    , m_version(new QLabel(this))
    , m_undo(toolButton(u"editorUndo"_s, u"undo", this))
    , m_redo(toolButton(u"editorRedo"_s, u"redo", this))
    , m_zoomIn(toolButton(u"editorZoomIn"_s, u"zoom-in", this))
    , m_zoomOut(toolButton(u"editorZoomOut"_s, u"zoom-out", this))
    , m_fit(toolButton(u"editorFit"_s, u"fit", this))
    , m_add(new QPushButton(Icons::icon(u"plus"), {}, this))
    , m_versions(new QPushButton(Icons::icon(u"clock"), {}, this))
    , m_export(new QPushButton(Icons::icon(u"download"), {}, this))
    , m_discard(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_notice(new NoticeBox(this))
    , m_faultTitle(new QLabel(this))
    , m_faults(new QListWidget(this))
    , m_splitter(new QSplitter(this))
    , m_journal(new QTimer(this))
{
    setObjectName(u"workflowEditor"_s);
    build();
    m_journal->setSingleShot(true);
    m_journal->setInterval(journalDelay);
    connect(m_journal, &QTimer::timeout, this, &WorkflowEditor::keepDraft);
    connect(m_draft, &EditedWorkflow::changed, this, &WorkflowEditor::showState);
    connect(&m_draft->history(), &QUndoStack::indexChanged, this, &WorkflowEditor::showState);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameError->clearError();
        showState();
    });
    connect(m_graph, &WorkflowGraph::editRequested, m_inspector, &WorkflowInspector::focusFirst);
    connect(m_inspector, &WorkflowInspector::transitionRequested, m_graph,
            &WorkflowGraph::beginTransition);
    connect(m_undo, &QToolButton::clicked, m_graph, &WorkflowGraph::undo);
    connect(m_redo, &QToolButton::clicked, m_graph, &WorkflowGraph::redo);
    connect(m_zoomIn, &QToolButton::clicked, m_graph, [this] { m_graph->zoomBy(1.2); });
    connect(m_zoomOut, &QToolButton::clicked, m_graph, [this] { m_graph->zoomBy(1 / 1.2); });
    connect(m_fit, &QToolButton::clicked, m_graph, &WorkflowGraph::zoomToFit);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_draft->addStatus();
        m_inspector->focusFirst();
    });
    connect(m_versions, &QPushButton::clicked, this, &WorkflowEditor::showVersions);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(m_name->text(), m_draft->definition()); });
    connect(m_discard, &QPushButton::clicked, this, &WorkflowEditor::discard);
    connect(m_save, &QPushButton::clicked, this, &WorkflowEditor::save);
    connect(m_faults, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { jumpTo(m_faults->row(item)); });
    connect(m_faults, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { jumpTo(m_faults->row(item)); });
    connect(m_back, &QToolButton::clicked, this, [this] {
        keepDraft();
        Q_EMIT closed();
    });
    retranslate();
}

WorkflowEditor::~WorkflowEditor()
{
    if (m_journal->isActive())
        keepDraft();
}

void WorkflowEditor::build()
{
    m_name->setObjectName(u"workflowName"_s);
    m_name->setFont(Fonts::heading());
    m_name->setMinimumWidth(160);
    m_name->setMaximumWidth(320);
    m_version->setObjectName(u"workflowVersion"_s);
    m_version->setFont(Fonts::small());
    m_version->setForegroundRole(QPalette::PlaceholderText);
    m_add->setObjectName(u"editorAdd"_s);
    m_versions->setObjectName(u"editorVersions"_s);
    m_export->setObjectName(u"editorExport"_s);
    m_discard->setObjectName(u"editorDiscard"_s);
    m_save->setObjectName(u"editorSave"_s);
    setButtonLook(m_save, ButtonLook::Primary);
    m_faultTitle->setFont(Fonts::bodyBold());
    m_faultTitle->setObjectName(u"faultTitle"_s);
    m_faults->setObjectName(u"workflowFaults"_s);
    m_faults->setFrameShape(QFrame::NoFrame);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::margin, Metrics::margin, Metrics::margin, 0);
    head->setSpacing(Metrics::gap);
    head->addWidget(m_back);
    head->addWidget(m_name, 1);
    head->addWidget(m_version);
    head->addStretch();
    for (QPushButton *button : {m_versions, m_export, m_discard, m_save})
        head->addWidget(button);
    auto *errors = new FormErrors(this);
    m_nameError = errors->add(u"name"_s, m_name);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    tools->setSpacing(Metrics::unit);
    tools->addWidget(m_add);
    for (QToolButton *button : {m_undo, m_redo, m_zoomOut, m_zoomIn, m_fit})
        tools->addWidget(button);
    tools->addStretch();

    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::unit);
    column->addWidget(m_graph, 1);
    auto *faultBox = new QVBoxLayout;
    faultBox->setContentsMargins(Metrics::margin, 0, Metrics::margin, Metrics::gap);
    faultBox->addWidget(m_faultTitle);
    faultBox->addWidget(m_faults);
    column->addLayout(faultBox);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({760, 300});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::gap);
    layout->addLayout(head);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    notices->addWidget(m_nameError);
    notices->addWidget(m_notice);
    layout->addLayout(notices);
    layout->addLayout(tools);
    layout->addWidget(m_splitter, 1);
}

QString WorkflowEditor::draftName(AppContext &context, WorkflowId workflow)
{
    return u"%1 %2 %3"_s.arg(context.client.server().hostAndPort(),
                             QString::number(context.session.me().account.id.value()),
                             QString::number(workflow.value()));
}

bool WorkflowEditor::hasDraft(AppContext &context, WorkflowId workflow)
{
    return !context.settings.value(Keys::workflowDrafts, draftName(context, workflow)).isEmpty();
}

bool WorkflowEditor::isModified() const
{
    return m_draft->isModified() || m_name->text().trimmed() != m_workflow.name;
}

void WorkflowEditor::keepDraft()
{
    m_journal->stop();
    if (m_draft->definition().statuses.isEmpty() && !m_workflow.id.isValid())
        return;
    const QJsonObject draft{{u"name"_s, m_name->text()},
                            {u"number"_s, m_workflow.definitionNumber},
                            {u"definition"_s, toJson(m_draft->definition())}};
    const QString text
            = isModified() ? QString::fromUtf8(QJsonDocument(draft).toJson(QJsonDocument::Compact))
                           : QString();
    m_context.settings.set(Keys::workflowDrafts, draftName(m_context, m_workflow.id), text);
}

void WorkflowEditor::begin(const Workflow &workflow, const WorkflowDefinition &saved)
{
    if (m_journal->isActive())
        keepDraft();
    m_workflow = workflow;
    m_notice->clear();
    m_nameError->clearError();
    const QString kept
            = m_context.settings.value(Keys::workflowDrafts, draftName(m_context, workflow.id));
    const QJsonObject json = QJsonDocument::fromJson(kept.toUtf8()).object();
    const auto draft = readDraft(json["definition"_L1].toObject());
    m_name->setText(draft ? json["name"_L1].toString() : workflow.name);
    m_draft->start(saved, draft.value_or(workflow.definition));
    if (draft) {
        const bool isOld
                = workflow.id.isValid() && json["number"_L1].toInt() != workflow.definitionNumber;
        m_notice->show(Tone::Amber, tr("What you changed and did not save is here again."),
                       isOld ? tr("Somebody else has saved the workflow since. Save shows what "
                                  "you would change in theirs.")
                             : QString());
    }
    m_graph->zoomToFit();
    showState();
    m_graph->setFocus(Qt::OtherFocusReason);
}

void WorkflowEditor::edit(const Workflow &workflow)
{
    begin(workflow, workflow.definition);
}

void WorkflowEditor::create(const QString &name, const WorkflowDefinition &definition)
{
    m_context.settings.set(Keys::workflowDrafts, draftName(m_context, {}), {});
    begin({.name = {}, .definition = definition}, {});
    m_name->setText(name);
    showState();
}

bool WorkflowEditor::resumeNew()
{
    if (!hasDraft(m_context, {}))
        return false;
    begin({}, {});
    return true;
}

void WorkflowEditor::showState()
{
    const bool there = m_workflow.id.isValid();
    const bool modified = isModified();
    m_version->setText(!there     ? tr("Not saved yet")
                       : modified ? tr("Version %1, changed").arg(m_workflow.definitionNumber)
                                  : tr("Version %1").arg(m_workflow.definitionNumber));
    m_undo->setEnabled(m_draft->history().canUndo());
    m_redo->setEnabled(m_draft->history().canRedo());
    m_versions->setVisible(there);
    m_discard->setVisible(modified);
    m_save->setEnabled(modified && !m_saving);
    showFaults();
    m_journal->start();
}

void WorkflowEditor::showFaults()
{
    const QList<FieldError> &faults = m_draft->faults();
    m_faultTitle->setVisible(!faults.isEmpty());
    m_faults->setVisible(!faults.isEmpty());
    m_faultTitle->setText(
            tr("%n fault(s) to mend before it can be saved", nullptr, int(faults.size())));
    m_faults->clear();
    for (const FieldError &fault : faults) {
        const WorkflowElement element = EditedWorkflow::elementOf(fault, m_draft->definition());
        m_faults->addItem(u"%1: %2"_s.arg(WorkflowText::element(m_draft->definition(), element),
                                          describe(fault)));
    }
    const int rows = std::clamp(int(faults.size()), 1, faultRows);
    m_faults->setFixedHeight(rows * Metrics::controlHeight);
}

void WorkflowEditor::jumpTo(int row)
{
    if (row < 0 || row >= m_draft->faults().size())
        return;
    m_draft->setCurrent(EditedWorkflow::elementOf(m_draft->faults()[row], m_draft->definition()));
    m_inspector->focusFirst();
}

void WorkflowEditor::discard()
{
    const Question question{.title = tr("Throw the changes away?"),
                            .text = tr("The workflow is shown as the server has it."),
                            .verb = tr("Throw away")};
    ConfirmDialog::ask(this, question, [this](const Decision &decision) {
        if (!decision.accepted)
            return;
        m_context.settings.set(Keys::workflowDrafts, draftName(m_context, m_workflow.id), {});
        m_journal->stop();
        if (m_workflow.id.isValid()) {
            edit(m_workflow);
            return;
        }
        m_workflow = {};
        m_name->clear();
        m_draft->start({}, {});
        m_journal->stop();
        Q_EMIT closed();
    });
}

void WorkflowEditor::save()
{
    const QString name = m_name->text().trimmed();
    const EditedWorkflow &draft = *m_draft;
    if (!draft.faults().isEmpty()) {
        m_notice->show(Tone::Red, tr("It cannot be saved yet: something is wrong with it."));
        jumpTo(0);
        return;
    }
    for (const FieldError &fault : validate(WorkflowPatch{.name = name})) {
        m_nameError->showError(describe(fault));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->clear();
    if (!m_workflow.id.isValid())
        create();
    else if (draft.isModified())
        rehearse();
    else
        store(nullptr);
}

void WorkflowEditor::create()
{
    m_saving = true;
    showState();
    const Api::Request request = Api::Request::post(
            u"/workflows"_s, toJson(WorkflowDraft{.name = m_name->text().trimmed(),
                                                  .definition = m_draft->definition()}));
    m_context.client.fetch<Workflow>(request, this, [this](const Result<Workflow> &workflow) {
        m_saving = false;
        if (workflow)
            stored(*workflow);
        else
            storeRefused(workflow.error(), nullptr);
    });
}

void WorkflowEditor::rehearse()
{
    auto *dialog = new RehearsalDialog(m_context, m_workflow, m_draft->definition(), this);
    connect(dialog, &RehearsalDialog::saveRequested, this, [this, dialog] { store(dialog); });
    dialog->open();
}

void WorkflowEditor::store(RehearsalDialog *dialog)
{
    WorkflowPatch patch;
    if (m_name->text().trimmed() != m_workflow.name)
        patch.name = m_name->text().trimmed();
    if (m_draft->isModified())
        patch.definition = m_draft->definition();
    Api::Request request
            = Api::Request::patch(u"/workflows/%1"_s.arg(m_workflow.id.value()), toJson(patch));
    request.ifVersion(m_workflow.version);
    m_saving = true;
    showState();
    m_context.client.fetch<Workflow>(
            request, this, [this, dialog = QPointer(dialog)](const Result<Workflow> &workflow) {
                m_saving = false;
                if (!workflow) {
                    storeRefused(workflow.error(), dialog);
                    return;
                }
                const bool moves = dialog && dialog->movesTickets();
                const StatusMap map = dialog ? dialog->statusMap() : StatusMap();
                stored(*workflow);
                if (dialog)
                    dialog->accept();
                if (moves)
                    move(map);
            });
}

/// Somebody else was first: what they made is what the next attempt is compared with. What was
/// typed here stays.
void WorkflowEditor::storeRefused(const Error &error, RehearsalDialog *dialog)
{
    showState();
    if (error.code == ErrorCode::VersionMismatch) {
        const auto current
                = fromJson<Workflow>(error.params.value("current"_L1).toObject(), Unknown::Ignored);
        if (current) {
            m_workflow = *current;
            m_draft->setSaved(current->definition);
        }
        if (dialog)
            dialog->reject();
        m_notice->show(Tone::Amber, tr("Somebody else has changed this workflow meanwhile."),
                       tr("What you changed is still here. Save again to see what it changes in "
                          "theirs; saving replaces it."));
        return;
    }
    for (const FieldError &fault : error.fields) {
        if (fault.field == "name"_L1)
            m_nameError->showError(describe(fault));
    }
    if (dialog)
        dialog->refuse(error);
    else
        m_notice->showError(error);
}

void WorkflowEditor::stored(const Workflow &workflow)
{
    // Of a new one, too.
    m_context.settings.set(Keys::workflowDrafts, draftName(m_context, m_workflow.id), {});
    m_workflow = workflow;
    m_name->setText(workflow.name);
    m_draft->setSaved(workflow.definition);
    m_notice->clear();
    showState();
    Q_EMIT saved();
    Popups::of(this).success(
            tr("%1 is saved as version %2").arg(workflow.name).arg(workflow.definitionNumber));
}

/// The server moves so many at a time that nobody waits long for their ticket.
void WorkflowEditor::move(const StatusMap &map, int before)
{
    Api::Request request = Api::Request::post(
            u"/workflows/%1/migrate"_s.arg(m_workflow.id.value()),
            toJson(MigrationRequest{.statusMap = map, .continued = before > 0}));
    request.ifVersion(m_workflow.version);
    request.timeout = 1min;
    m_context.client.fetch<Migration>(
            request, this, [this, map, before](const Result<Migration> &migration) {
                if (!migration) {
                    Popups::of(this).error(
                            before == 0
                                    ? tr("The tickets keep their version: they could not be moved")
                                    : tr("Only %n ticket(s) could be moved", nullptr, before),
                            migration.error(), [this, map, before] { move(map, before); });
                    return;
                }
                const int moved = before + migration->moved;
                const bool goesOn = migration->remaining > 0 && migration->moved > 0;
                Popup popup{.key = u"workflowMove"_s};
                if (goesOn) {
                    const int all = moved + migration->remaining;
                    popup.text = tr("%1 of %n ticket(s) are moved", nullptr, all)
                                         .arg(QLocale().toString(moved));
                } else {
                    popup.kind = Popup::Kind::Success;
                    popup.text = tr("%n ticket(s) live by the new version now", nullptr, moved);
                }
                Popups::of(this).show(popup);
                if (goesOn)
                    move(map, moved);
            });
}

void WorkflowEditor::showVersions()
{
    auto *dialog = new VersionsDialog(m_context, m_workflow, this);
    connect(dialog, &VersionsDialog::chosen, this, [this](const WorkflowDefinition &definition) {
        m_draft->replaceAll(definition);
        m_graph->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void WorkflowEditor::retranslate()
{
    setWords(m_back, tr("Back to the workflows"));
    setWords(m_undo, tr("Undo"));
    setWords(m_redo, tr("Redo"));
    setWords(m_zoomIn, tr("Zoom in"));
    setWords(m_zoomOut, tr("Zoom out"));
    setWords(m_fit, tr("Show all"));
    m_name->setAccessibleName(tr("Name of the workflow"));
    m_name->setPlaceholderText(tr("Name of the workflow"));
    m_add->setText(tr("Add a status"));
    m_versions->setText(tr("Versions…"));
    m_export->setText(tr("Export…"));
    m_discard->setText(tr("Discard…"));
    m_save->setText(tr("Save…"));
    m_faults->setAccessibleName(tr("What is wrong"));
    showState();
}

void WorkflowEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
