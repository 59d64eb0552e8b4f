// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowspage.h"

#include "app/desks/choices.h"
#include "app/net/background.h"
#include "app/net/client.h"
#include "app/net/files.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/registry.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/popups.h"
#include "app/workflows/workfloweditor.h"
#include "app/workflows/workflowsmodel.h"
#include "common/workflows/presets.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr qint64 largestFile = 4 << 20;

/// The shape has to be right; what is wrong with the workflow itself is shown in the editor.
Result<WorkflowDefinition> definitionOf(const Result<QByteArray> &json)
{
    if (!json)
        return fail(json.error());
    return parseObject(*json).and_then([](const QJsonObject &object) -> Result<WorkflowDefinition> {
        JsonReader reader(object);
        WorkflowDefinition definition;
        read(reader, definition);
        if (const QList<FieldError> faults = reader.finish(); !faults.isEmpty())
            return fail(invalidInput(faults));
        return definition;
    });
}

} // namespace

WorkflowsPage::WorkflowsPage(AppContext &context)
    : m_context(context)
    , m_model(new WorkflowsModel(context.client, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new PagedTable(*m_model, m_stack))
    , m_editor(new WorkflowEditor(context, m_stack))
    , m_new(new QPushButton(Icons::icon(u"plus"), {}, this))
    , m_newMenu(new QMenu(m_new))
    , m_edit(new QPushButton(Icons::icon(u"edit"), {}, this))
    , m_duplicate(new QPushButton(Icons::icon(u"copy"), {}, this))
    , m_export(new QPushButton(Icons::icon(u"download"), {}, this))
    , m_delete(new QPushButton(Icons::icon(u"trash"), {}, this))
{
    build();
    connect(m_newMenu, &QMenu::aboutToShow, this, &WorkflowsPage::fillNewMenu);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto workflow = currentWorkflow())
            edit(*workflow);
    });
    connect(m_table, &PagedTable::rowActivated, this,
            [this](int row) { edit(m_model->entryAt(row)); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        if (const auto workflow = currentWorkflow())
            create(tr("%1 (copy)").arg(workflow->name), workflow->definition);
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const auto workflow = currentWorkflow())
            chooseExport(workflow->name, workflow->definition);
    });
    connect(m_delete, &QPushButton::clicked, this, &WorkflowsPage::remove);
    m_table->searchHere();
    connect(m_table, &PagedTable::currentRowChanged, this, &WorkflowsPage::updateButtons);
    connect(m_model, &PagedModelBase::stateChanged, this, &WorkflowsPage::updateButtons);
    connect(m_editor, &WorkflowEditor::closed, this, &WorkflowsPage::showList);
    connect(m_editor, &WorkflowEditor::saved, m_model, &WorkflowsModel::refresh);
    connect(m_editor, &WorkflowEditor::exportRequested, this, &WorkflowsPage::chooseExport);
    retranslate();
}

void WorkflowsPage::build()
{
    setObjectName(u"workflowsPage"_s);
    m_new->setObjectName(u"workflowsNew"_s);
    m_new->setMenu(m_newMenu);
    m_newMenu->setObjectName(u"workflowsNewMenu"_s);
    m_edit->setObjectName(u"workflowsEdit"_s);
    m_duplicate->setObjectName(u"workflowsDuplicate"_s);
    m_export->setObjectName(u"workflowsExport"_s);
    m_delete->setObjectName(u"workflowsDelete"_s);
    for (QWidget *button : {m_edit, m_duplicate, m_export, m_delete, m_new})
        m_table->addButton(button);
    const int widths[] = {220, 150, 80, 80};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->table().setColumnWidth(column, widths[column]);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void WorkflowsPage::showEntry(const QString &)
{
    reload();
}

void WorkflowsPage::reload()
{
    m_model->setSource(u"/workflows"_s, {});
    fetchDesks(m_context, this, [this](const Result<QList<Desk>> &desks) {
        if (desks)
            m_model->setDesks(*desks);
    });
}

std::optional<Workflow> WorkflowsPage::currentWorkflow() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->entryAt(row);
}

void WorkflowsPage::updateButtons()
{
    const auto workflow = currentWorkflow();
    for (QPushButton *button : {m_edit, m_duplicate, m_export})
        button->setEnabled(workflow.has_value());
    const bool ships = workflow && workflowPreset(workflow->definition.key);
    m_delete->setEnabled(workflow && !ships);
    m_delete->setToolTip(ships ? tr("Workflows that ship can be changed, not removed.")
                               : QString());
    QSet<WorkflowId> drafts;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const WorkflowId id = m_model->entryAt(row).id;
        if (WorkflowEditor::hasDraft(m_context, id))
            drafts.insert(id);
    }
    m_model->setDrafts(drafts);
}

void WorkflowsPage::fillNewMenu()
{
    m_newMenu->clear();
    if (WorkflowEditor::hasDraft(m_context, {})) {
        m_newMenu->addAction(tr("Go on with the one that is not saved"), this, [this] {
            if (m_editor->resumeNew())
                m_stack->setCurrentWidget(m_editor);
        });
        m_newMenu->addSeparator();
    }
    for (const WorkflowDefinition &preset : workflowPresets()) {
        m_newMenu->addAction(tr("Like %1").arg(preset.label), this, [this, &preset] {
            create(tr("%1 (copy)").arg(preset.label), preset);
        });
    }
    m_newMenu->addSeparator();
    m_newMenu->addAction(Icons::icon(u"upload"), tr("From a file…"), this,
                         &WorkflowsPage::chooseImport);
}

void WorkflowsPage::edit(const Workflow &workflow)
{
    m_editor->edit(workflow);
    m_stack->setCurrentWidget(m_editor);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void WorkflowsPage::create(const QString &name, WorkflowDefinition definition)
{
    const auto isTaken = [this](const QString &key) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->entryAt(row).definition.key == key)
                return true;
        }
        return workflowPreset(key) != nullptr;
    };
    const QString base = definition.key.left(48);
    for (int number = 2; isTaken(definition.key); ++number)
        definition.key = u"%1_%2"_s.arg(base).arg(number);
    m_editor->create(name, definition);
    m_stack->setCurrentWidget(m_editor);
}

void WorkflowsPage::showList()
{
    m_stack->setCurrentWidget(m_table);
    m_table->table().setFocus(Qt::OtherFocusReason);
    updateButtons();
}

void WorkflowsPage::remove()
{
    const auto workflow = currentWorkflow();
    if (!workflow)
        return;
    const Question question{.title = tr("Delete %1?").arg(workflow->name),
                            .text = tr("Tickets that live by it keep it; no desk can choose it any "
                                       "more."),
                            .verb = tr("Delete workflow")};
    ConfirmDialog::ask(this, question, [this, workflow = *workflow](const Decision &decision) {
        if (!decision.accepted)
            return;
        Api::Request request = Api::Request::remove(u"/workflows/%1"_s.arg(workflow.id.value()));
        request.ifVersion(workflow.version);
        m_context.client.send(request, this, [this, workflow](const Result<Api::Answer> &answer) {
            m_model->refresh();
            if (answer)
                Popups::of(this).success(tr("%1 is deleted").arg(workflow.name));
            else
                Popups::of(this).error(tr("%1 could not be deleted").arg(workflow.name),
                                       answer.error());
        });
    });
}

void WorkflowsPage::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Open a workflow"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Workflows (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &WorkflowsPage::importFile);
    dialog->open();
}

void WorkflowsPage::importFile(const QString &path)
{
    const auto readFile = [path]() -> Result<QByteArray> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
            return fail(
                    fileError("file.unreadable", QFileInfo(path).fileName(), file.errorString()));
        return file.readAll();
    };
    inBackground(this, readFile, [this, path](const Result<QByteArray> &json) {
        const auto definition = definitionOf(json);
        if (definition)
            create(definition->label, *definition);
        else
            Popups::of(this).error(tr("%1 is not a workflow").arg(QFileInfo(path).fileName()),
                                   definition.error());
    });
}

void WorkflowsPage::chooseExport(const QString &name, const WorkflowDefinition &definition)
{
    auto *dialog = new QFileDialog(this, tr("Save %1 as a file").arg(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Workflows (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(definition.key + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, definition](const QString &path) { exportFile(path, definition); });
    dialog->open();
}

void WorkflowsPage::exportFile(const QString &path, const WorkflowDefinition &definition)
{
    const QByteArray json = QJsonDocument(toJson(definition)).toJson();
    inBackground(
            this, [path, json] { return writeWholeFile(path, json); },
            [this, path](const Result<> &written) {
                const QString name = QFileInfo(path).fileName();
                if (written)
                    Popups::of(this).success(tr("%1 is written").arg(name));
                else
                    Popups::of(this).error(tr("%1 could not be written").arg(name),
                                           written.error());
            });
}

void WorkflowsPage::retranslate()
{
    m_table->setWords({.title = tr("Workflows"),
                       .searchHint = tr("Search names and keys"),
                       .emptyTitle = tr("No workflow found"),
                       .emptyText = tr("Nothing is called so. New begins one."),
                       .failed = tr("The workflows could not be loaded")});
    m_new->setText(tr("&New"));
    m_edit->setText(tr("Edit…"));
    m_duplicate->setText(tr("Duplicate…"));
    m_export->setText(tr("Export…"));
    m_delete->setText(tr("Delete…"));
    updateButtons();
}

void WorkflowsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    PageWidget::changeEvent(event);
}

void installWorkflows(Registry &registry)
{
    registry.registerPage(
            u"workflows"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("WorkflowsPage", "Workflows"); }, u"workflow"_s,
            [](const Session &session) { return session.can(Permission::WorkflowManage); },
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new WorkflowsPage(context);
            });
}

} // namespace Deskbell::App
