// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/versionsdialog.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/stateview.h"
#include "app/workflows/workflowtext.h"
#include "common/base/paging.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

VersionsDialog::VersionsDialog(AppContext &context, const Workflow &workflow, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workflow(workflow)
    , m_table(new QTableWidget(0, 5))
    , m_before(new QComboBox)
    , m_after(new QComboBox)
    , m_changes(new QListWidget)
    , m_use(new QPushButton(tr("&Take this version into the editor"), this))
    , m_state(nullptr)
{
    setObjectName(u"versionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions of %1").arg(workflow.name));
    resize(680, 560);
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions"));
    m_table->setHorizontalHeaderLabels(
            {tr("Version"), tr("Made"), tr("By"), tr("Tickets"), tr("Not closed")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_before->setObjectName(u"versionBefore"_s);
    m_before->setAccessibleName(tr("The older version"));
    m_after->setObjectName(u"versionAfter"_s);
    m_after->setAccessibleName(tr("The newer version"));
    m_changes->setObjectName(u"versionChanges"_s);
    m_changes->setAccessibleName(tr("What differs"));
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_use->setObjectName(u"versionUse"_s);
    m_use->setAutoDefault(false);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_table, 3);
    auto *pair = new QHBoxLayout;
    pair->addWidget(new QLabel(tr("From"), content));
    pair->addWidget(m_before, 1);
    pair->addWidget(new QLabel(tr("to"), content));
    pair->addWidget(m_after, 1);
    column->addLayout(pair);
    column->addWidget(m_changes, 2);
    m_state = new StateView(content, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    buttons->addButton(m_use, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(m_state, 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_state, &StateView::retryRequested, this, &VersionsDialog::load);
    connect(m_before, &QComboBox::activated, this, &VersionsDialog::compare);
    connect(m_after, &QComboBox::activated, this, &VersionsDialog::compare);
    connect(m_use, &QPushButton::clicked, this, [this] {
        const int row = m_table->currentRow();
        if (row < 0)
            return;
        const int number = m_table->item(row, 0)->data(Qt::UserRole).toInt();
        need(number, [this, number] {
            Q_EMIT chosen(m_definitions.value(number));
            accept();
        });
    });
    load();
}

void VersionsDialog::load()
{
    m_state->showLoading();
    m_context.client.get<Page<WorkflowVersion>>(
            u"/workflows/%1/versions"_s.arg(m_workflow.id.value()), this,
            [this](const Result<Page<WorkflowVersion>> &page) {
                if (page)
                    showVersions(page->data);
                else
                    m_state->showError(tr("The versions could not be loaded"), page.error());
            });
}

void VersionsDialog::showVersions(const QList<WorkflowVersion> &versions)
{
    m_table->setRowCount(int(versions.size()));
    for (int row = 0; row < versions.size(); ++row) {
        const WorkflowVersion &version = versions[row];
        const QStringList cells{
                QString::number(version.number),
                QLocale().toString(version.createdAt.toLocalTime(), QLocale::ShortFormat),
                version.createdBy ? version.createdBy->displayName : tr("Came with Deskbell"),
                QLocale().toString(version.tickets), QLocale().toString(version.openTickets)};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_table->item(row, 0)->setData(Qt::UserRole, version.number);
        const QString name = tr("Version %1").arg(version.number);
        m_before->addItem(name, version.number);
        m_after->addItem(name, version.number);
    }
    m_table->resizeColumnsToContents();
    m_table->selectRow(0);
    m_after->setCurrentIndex(0);
    m_before->setCurrentIndex(versions.size() > 1 ? 1 : 0);
    m_state->showContent();
    compare();
}

void VersionsDialog::need(int number, const std::function<void()> &done)
{
    if (m_definitions.contains(number)) {
        done();
        return;
    }
    const QString path = u"/workflows/%1/versions/%2"_s.arg(m_workflow.id.value()).arg(number);
    m_context.client.get<WorkflowVersion>(
            path, this, [this, number, done](const Result<WorkflowVersion> &version) {
                if (version && version->definition) {
                    m_definitions.insert(number, *version->definition);
                    done();
                } else if (!version) {
                    m_changes->clear();
                    m_changes->addItem(sentence(version.error()));
                }
            });
}

void VersionsDialog::compare()
{
    const int before = m_before->currentData().toInt();
    const int after = m_after->currentData().toInt();
    need(before, [this, before, after] {
        need(after, [this, before, after] {
            // Meanwhile others may have been chosen.
            if (m_before->currentData() != before || m_after->currentData() != after)
                return;
            m_changes->clear();
            const WorkflowDefinition old = m_definitions.value(before);
            const WorkflowDefinition now = m_definitions.value(after);
            const QList<WorkflowChange> changes = diffWorkflows(old, now);
            for (const WorkflowChange &change : changes)
                m_changes->addItem(WorkflowText::change(change, old, now));
            if (changes.isEmpty())
                m_changes->addItem(tr("They are the same."));
        });
    });
}

} // namespace Deskbell::App
