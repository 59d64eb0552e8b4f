// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/flowcard.h"

#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int chartHeight = 240;
constexpr int namedDays = 10; ///< more names than these below the chart run into one another

/// From 0 to a round number at or above the largest.
void stretch(QValueAxis *axis, int most)
{
    axis->setRange(0, std::max(most, 4));
    axis->setTickCount(5);
    axis->applyNiceNumbers();
}

} // namespace

FlowCard::FlowCard(const QString &name, QWidget *parent)
    : DashboardCard(name, parent)
    , m_model(new FigureModel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_toggle(new QToolButton(this))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_created(new QBarSet({}, this))
    , m_solved(new QBarSet({}, this))
    , m_bars(new QBarSeries(this))
    , m_open(new QLineSeries(this))
    , m_barAxis(new QBarCategoryAxis(this))
    , m_dayAxis(new QCategoryAxis(this))
    , m_flowAxis(new QValueAxis(this))
    , m_openAxis(new QValueAxis(this))
{
    build();
    colour();
    retranslate();
}

void FlowCard::build()
{
    m_bars->append(m_created);
    m_bars->append(m_solved);
    m_bars->setBarWidth(0.7);
    m_chart->addSeries(m_bars);
    m_chart->addSeries(m_open);
    m_chart->addAxis(m_barAxis, Qt::AlignBottom);
    m_chart->addAxis(m_dayAxis, Qt::AlignBottom);
    m_chart->addAxis(m_flowAxis, Qt::AlignLeft);
    m_chart->addAxis(m_openAxis, Qt::AlignRight);
    m_bars->attachAxis(m_barAxis);
    m_bars->attachAxis(m_flowAxis);
    m_open->attachAxis(m_dayAxis);
    m_open->attachAxis(m_openAxis);
    m_barAxis->setVisible(false);
    m_dayAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_dayAxis->setGridLineVisible(false);
    m_openAxis->setGridLineVisible(false);
    for (QValueAxis *axis : {m_flowAxis, m_openAxis}) {
        axis->setLabelFormat(u"%d"_s);
        axis->setLineVisible(false);
    }
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->setMargins({});
    m_chart->setBackgroundVisible(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus); // the table is for the keyboard
    m_view->setObjectName(objectName() + u"Chart"_s);

    m_table->setObjectName(objectName() + u"Table"_s);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);

    m_toggle->setObjectName(objectName() + u"Toggle"_s);
    m_toggle->setCheckable(true);
    setButtonLook(m_toggle, ButtonLook::Quiet);
    addTool(m_toggle);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_stack->setFixedHeight(chartHeight);
    body()->addWidget(m_stack);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool asTable) {
        m_stack->setCurrentWidget(asTable ? static_cast<QWidget *>(m_table) : m_view);
    });
}

void FlowCard::colour()
{
    const Tokens &tokens = Theme::tokens();
    m_created->setColor(tokens.accent);
    m_created->setBorderColor(tokens.accent);
    m_solved->setColor(tokens.tone(Tone::Green).text);
    m_solved->setBorderColor(tokens.tone(Tone::Green).text);
    m_open->setPen(QPen(tokens.tone(Tone::Amber).text, 2));
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(m_dayAxis), static_cast<QAbstractAxis *>(m_flowAxis),
          static_cast<QAbstractAxis *>(m_openAxis)}) {
        axis->setLabelsFont(Fonts::caption());
        axis->setLabelsColor(tokens.muted);
        axis->setTitleFont(Fonts::caption());
        axis->setTitleBrush(tokens.muted);
        axis->setGridLineColor(tokens.border);
        axis->setLinePenColor(tokens.border);
    }
    m_view->setBackgroundBrush(tokens.base);
    m_chart->legend()->setFont(Fonts::small());
    m_chart->legend()->setLabelColor(tokens.text);
}

void FlowCard::retranslate()
{
    m_created->setLabel(tr("Came in"));
    m_solved->setLabel(tr("Solved"));
    m_open->setName(tr("Open at the end of the day"));
    m_flowAxis->setTitleText(tr("A day"));
    m_openAxis->setTitleText(tr("Open"));
    m_toggle->setText(tr("As a table"));
    m_model->setTitles({tr("Day"), tr("Came in"), tr("Solved"), tr("Open at the end of the day")});
    m_table->setAccessibleName(title());
    m_view->setAccessibleName(title());
    m_view->setAccessibleDescription(tr("The button As a table shows the same figures in words."));
    showDays();
}

void FlowCard::setDays(const QList<DayFlow> &days)
{
    m_days = days;
    m_table->setAccessibleName(title());
    m_view->setAccessibleName(title());
    showDays();
}

void FlowCard::showDays()
{
    const QLocale locale;
    QStringList names;
    QList<double> created;
    QList<double> solved;
    QList<QPointF> open;
    QList<Figure> figures;
    int mostFlow = 0;
    int mostOpen = 0;
    for (int i = 0; i < m_days.size(); ++i) {
        const DayFlow &day = m_days[i];
        const QDate date = day.begins.toLocalTime().date();
        names.append(locale.toString(date, tr("d MMM", "day and month below a chart")));
        created.append(day.created);
        solved.append(day.solved);
        open.append({double(i), double(day.open)});
        mostFlow = std::max({mostFlow, day.created, day.solved});
        mostOpen = std::max(mostOpen, day.open);
        figures.prepend({.key = date.toString(Qt::ISODate),
                         .label = locale.toString(date, QLocale::ShortFormat),
                         .numbers = {day.created, day.solved, day.open}});
    }
    m_created->remove(0, m_created->count());
    m_solved->remove(0, m_solved->count());
    m_created->append(created);
    m_solved->append(solved);
    m_open->replace(open);
    m_barAxis->setCategories(names);
    nameDays(names);
    stretch(m_flowAxis, mostFlow);
    stretch(m_openAxis, mostOpen);
    m_model->setFigures(figures);
}

/// Today, and as many days before it at equal distances as have room.
void FlowCard::nameDays(const QStringList &names)
{
    for (const QString &old : m_dayAxis->categoriesLabels())
        m_dayAxis->remove(old);
    const int count = int(names.size());
    const int step = std::max(1, (count + namedDays - 1) / namedDays);
    m_dayAxis->setRange(-0.5, std::max(count, 1) - 0.5);
    for (int day = (count - 1) % step; day < count; day += step)
        m_dayAxis->append(names[day], day);
}

void FlowCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
    DashboardCard::changeEvent(event);
}

} // namespace Deskbell::App
