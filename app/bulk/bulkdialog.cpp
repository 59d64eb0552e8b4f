// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulkdialog.h"

#include "app/bulk/bulkoperations.h"
#include "app/bulk/bulktext.h"
#include "app/net/problem.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/stateview.h"
#include "common/base/clock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// The refusal in the words in which it would have been told of one ticket alone.
QString reasonOf(const BulkTicket &ticket)
{
    if (ticket.problem.isEmpty())
        return {};
    return sentence(Api::errorFromAnswer(
            {.status = ticket.problem["status"_L1].toInt(),
             .body = QJsonDocument(ticket.problem).toJson(QJsonDocument::Compact)}));
}

QList<ColumnsModel<BulkTicket>::Column> columns()
{
    return {{.title = [] { return BulkDialog::tr("Ticket"); },
             .text =
                     [](const BulkTicket &ticket) {
                         return ticket.number.isEmpty() ? BulkDialog::tr("Not to be seen")
                                                        : ticket.number;
                     },
             .width = 110},
            {.title = [] { return BulkDialog::tr("Title"); },
             .text = [](const BulkTicket &ticket) { return ticket.title; },
             .width = 240},
            {.title = [] { return BulkDialog::tr("Outcome"); },
             .text = [](const BulkTicket &ticket) { return BulkText::outcome(ticket.outcome); },
             .width = 120},
            {.title = [] { return BulkDialog::tr("Why"); }, .text = &reasonOf}};
}

} // namespace

BulkDialog::BulkDialog(AppContext &context, BulkOperations &operations, const Bulk &bulk,
                       QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_operations(operations)
    , m_bulk(bulk)
    , m_model(new ColumnsModel<BulkTicket>(context.client, columns(), this))
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new QComboBox(this))
    , m_table(new QTableView)
    , m_state(new StateView(m_table, this))
    , m_run(new QPushButton(tr("Change the tickets"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    setObjectName(u"bulkDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change of many tickets"));
    resize(820, 520);
    m_title->setFont(Fonts::heading());
    m_counts->setObjectName(u"bulkCounts"_s);
    m_progress->setObjectName(u"bulkProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_outcome->setObjectName(u"bulkOutcome"_s);
    m_outcome->setAccessibleName(tr("Which tickets are shown"));
    m_outcome->addItem(tr("All"), QString());
    for (const auto &[outcome, name] : WireEnum<BulkOutcome>::names)
        m_outcome->addItem(BulkText::outcome(outcome),
                           QString::fromLatin1(name.data(), qsizetype(name.size())));
    if (bulk.refused + bulk.kept > 0) {
        const auto first = bulk.kept > 0 ? BulkOutcome::Kept : BulkOutcome::Refused;
        m_outcome->setCurrentIndex(m_outcome->findData(QString(toWire(first))));
    }
    m_table->setObjectName(u"bulkTickets"_s);
    m_table->setAccessibleName(tr("Tickets"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setTabKeyNavigation(false);
    for (int column = 0; column < m_model->columnCount() - 1; ++column)
        m_table->setColumnWidth(column, columns().at(column).width);
    m_run->setObjectName(u"bulkRun"_s);
    m_cancel->setObjectName(u"bulkCancel"_s);
    m_undo->setObjectName(u"bulkUndo"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"bulkClose"_s);

    auto *head = new QHBoxLayout;
    head->addWidget(m_counts, 1);
    head->addWidget(m_outcome);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_run);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_title);
    column->addWidget(m_progress);
    column->addLayout(head);
    column->addWidget(m_state, 1);
    column->addLayout(buttons);

    connect(m_model, &PagedModelBase::stateChanged, this, &BulkDialog::showState);
    connect(m_state, &StateView::retryRequested, m_model, [this] { m_model->refresh(); });
    connect(m_outcome, &QComboBox::activated, this, &BulkDialog::load);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const BulkTicket &ticket = m_model->entryAt(index.row());
        if (!ticket.number.isEmpty())
            Q_EMIT ticketChosen(ticket.number);
    });
    connect(m_run, &QPushButton::clicked, this, [this] { m_operations.start(m_bulk.id); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_operations.cancel(m_bulk.id); });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_operations.undo(m_bulk.id); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&operations, &BulkOperations::changed, this, [this](const Bulk &now) {
        if (now.id != m_bulk.id)
            return;
        const bool ended = isAtWork(m_bulk.state) && !isAtWork(now.state);
        showBulk(now);
        if (ended)
            load();
    });
    showBulk(bulk);
    load();
}

void BulkDialog::showBulk(const Bulk &bulk)
{
    m_bulk = bulk;
    const bool busy = isAtWork(bulk.state);
    m_title->setText(BulkText::title(bulk));
    m_counts->setText(busy ? BulkText::progress(bulk, m_context.clock.now())
                           : BulkText::counts(bulk));
    m_progress->setVisible(busy);
    m_progress->setMaximum(std::max(1, BulkText::total(bulk)));
    m_progress->setValue(BulkText::over(bulk));
    m_run->setVisible(bulk.state == BulkState::Rehearsed);
    m_run->setEnabled(bulk.changed > 0);
    m_run->setDefault(bulk.state == BulkState::Rehearsed);
    m_cancel->setVisible(busy);
    m_undo->setVisible(bulk.state == BulkState::Done || bulk.state == BulkState::Cancelled);
    m_undo->setEnabled(bulk.changed > 0);
}

void BulkDialog::load()
{
    QueryItems query;
    if (const QString outcome = m_outcome->currentData().toString(); !outcome.isEmpty())
        query.append({u"outcome"_s, outcome});
    m_model->setSource(u"/bulk/%1/tickets"_s.arg(m_bulk.id.value()), query);
}

void BulkDialog::showState()
{
    if (m_model->rowCount() > 0)
        return m_state->showContent();
    switch (m_model->state()) {
    case PagedModelBase::State::Loading: return m_state->showLoading();
    case PagedModelBase::State::Failed:
        return m_state->showError(tr("The tickets could not be loaded"), m_model->error());
    case PagedModelBase::State::Ready:
        return m_state->showEmpty(tr("No tickets"), tr("There is no ticket with this outcome."));
    }
}

} // namespace Deskbell::App
