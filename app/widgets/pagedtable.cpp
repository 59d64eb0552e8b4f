// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pagedtable.h"

#include "app/shell/theme.h"
#include "app/widgets/pagedmodel.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

PagedTable::PagedTable(PagedModelBase &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new QLabel(this))
    , m_search(new SearchField(this))
    , m_tools(new QHBoxLayout)
    , m_table(new QTableView)
    , m_state(new StateView(m_table, this))
{
    m_title->setFont(Fonts::heading());
    m_search->setObjectName(u"pageSearch"_s);
    m_table->setObjectName(u"pageTable"_s);
    m_table->setModel(&model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Metrics::controlHeight + 2);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_tools->setSpacing(Metrics::gap);
    m_tools->addWidget(m_title);
    m_tools->addStretch();
    m_tools->addWidget(m_search);
    m_search->setMinimumWidth(220);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin,
                               Metrics::margin);
    layout->setSpacing(Metrics::margin);
    layout->addLayout(m_tools);
    layout->addWidget(m_state, 1);

    connect(&model, &PagedModelBase::stateChanged, this, &PagedTable::showState);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &PagedTable::showState);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &PagedTable::showState);
    connect(m_state, &StateView::retryRequested, &model, [this] { m_model.refresh(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT currentRowChanged(current.row()); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
    showState();
}

void PagedTable::setWords(const Words &words)
{
    m_words = words;
    m_title->setText(words.title);
    m_search->setPlaceholderText(words.searchHint);
    m_search->setAccessibleName(words.searchHint);
    m_table->setAccessibleName(words.title);
    showState();
}

void PagedTable::addButton(QWidget *button)
{
    m_tools->addWidget(button);
}

int PagedTable::currentRow() const
{
    return m_table->currentIndex().row();
}

void PagedTable::searchHere(const Matcher &matches)
{
    m_matches = matches ? matches : [this](int row, const QString &wanted) {
        return containsText(row, wanted);
    };
    connect(m_search, &SearchField::searchChanged, this, &PagedTable::hideRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &PagedTable::hideRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PagedTable::hideRows);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PagedTable::hideRows);
}

bool PagedTable::containsText(int row, const QString &wanted) const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.index(row, column).data().toString().contains(wanted, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void PagedTable::hideRows()
{
    const QString wanted = m_search->text().trimmed();
    m_allHidden = m_model.rowCount() > 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const bool hidden = !wanted.isEmpty() && !m_matches(row, wanted);
        m_table->setRowHidden(row, hidden);
        m_allHidden = m_allHidden && hidden;
    }
    // What was not read yet may match, too.
    if (!wanted.isEmpty() && m_model.canFetchMore({}))
        m_model.fetchMore({});
    showState();
}

void PagedTable::showState()
{
    if (m_allHidden && m_model.rowCount() > 0) {
        m_state->showEmpty(m_words.emptyTitle, m_words.emptyText);
        return;
    }
    if (m_model.rowCount() > 0) {
        m_state->showContent();
        return;
    }
    switch (m_model.state()) {
    case PagedModelBase::State::Loading: m_state->showLoading(); break;
    case PagedModelBase::State::Failed: m_state->showError(m_words.failed, m_model.error()); break;
    case PagedModelBase::State::Ready:
        m_state->showEmpty(m_words.emptyTitle, m_words.emptyText);
        break;
    }
}

} // namespace Deskbell::App
