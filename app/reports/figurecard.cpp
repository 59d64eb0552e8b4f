// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/figurecard.h"

#include "app/shell/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int mostRows = 12; ///< more than these are scrolled to
constexpr int barHeight = 8;
constexpr int numberWidth = 56;
constexpr int leastBarWidth = 120;

/// A figure, and before it a bar as long as it is great among the others.
class BarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const int most = index.data(FigureModel::MostRole).toInt();
        const int number = index.data(FigureModel::NumberRole).toInt();
        const int room = option.rect.width() - numberWidth - Metrics::gap;
        if (most <= 0 || number <= 0 || room <= 0)
            return;
        const int length = std::max(2, int(qint64(room) * number / most));
        const QRect bar(option.rect.left(), option.rect.center().y() - barHeight / 2 + 1, length,
                        barHeight);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::tokens().accent);
        painter->drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), 2, 2);
        painter->restore();
    }
};

} // namespace

DashboardCard::DashboardCard(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_body(new QVBoxLayout(this))
{
    setObjectName(name);
    m_title->setFont(Fonts::bodyBold());
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_body->setContentsMargins(Metrics::margin, Metrics::margin, Metrics::margin, Metrics::margin);
    m_body->setSpacing(Metrics::gap);
    m_body->addLayout(head);
}

void DashboardCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString DashboardCard::title() const
{
    return m_title->text();
}

void DashboardCard::addTool(QWidget *tool)
{
    static_cast<QHBoxLayout *>(m_body->itemAt(0)->layout())->addWidget(tool);
}

void DashboardCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.border);
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                            Metrics::cardRadius);
}

FigureCard::FigureCard(const QString &name, QWidget *parent)
    : DashboardCard(name, parent)
    , m_model(new FigureModel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(this))
{
    m_table->setObjectName(name + u"Table"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(1, new BarDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(numberWidth);
    m_empty->setObjectName(name + u"Empty"_s);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();
    body()->addWidget(m_table);
    body()->addWidget(m_empty);
    body()->addStretch(1);
    fit();
}

void FigureCard::setTitles(const QStringList &titles)
{
    const bool isNew = titles.size() != m_model->columnCount();
    m_model->setTitles(titles);
    m_table->setAccessibleName(title());
    m_table->horizontalHeader()->setVisible(titles.size() > 2);
    if (isNew) {
        QHeaderView *header = m_table->horizontalHeader();
        header->setSectionResizeMode(0, QHeaderView::Stretch);
        header->setSectionResizeMode(1, QHeaderView::Stretch);
        for (int column = 2; column < titles.size(); ++column)
            header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    fit();
}

void FigureCard::setFigures(const QList<Figure> &figures)
{
    m_model->setFigures(figures);
    fit();
}

void FigureCard::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

/// The table is as high as what it shows: a dashboard is looked at as a whole.
void FigureCard::fit()
{
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    const QHeaderView *header = m_table->horizontalHeader();
    const int headerHeight = header->isVisibleTo(m_table) ? header->sizeHint().height() : 0;
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(headerHeight + std::min(rows, mostRows) * rowHeight + 2);
    m_table->setMinimumWidth(2 * leastBarWidth);
}

} // namespace Deskbell::App
