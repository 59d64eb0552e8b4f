// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/figurecard.h"
#include "common/reports/dashboard.h"

#include <QChartView>

class QBarCategoryAxis;
class QBarSeries;
class QBarSet;
class QCategoryAxis;
class QLineSeries;
class QStackedWidget;
class QTableView;
class QToolButton;
class QValueAxis;

namespace Deskbell::App {

/// What came and went day by day, and what was left: as a chart, or as the table behind it.
class FlowCard : public DashboardCard
{
    Q_OBJECT

public:
    explicit FlowCard(const QString &name, QWidget *parent = nullptr);

    /// The oldest first. Days are named by the clocks of this computer's zone.
    void setDays(const QList<DayFlow> &days);
    FigureModel &model() { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void colour();
    void retranslate();
    void showDays();
    void nameDays(const QStringList &names);

    QList<DayFlow> m_days;
    FigureModel *m_model;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QToolButton *m_toggle;
    QChart *m_chart;
    QChartView *m_view;
    QBarSet *m_created;
    QBarSet *m_solved;
    QBarSeries *m_bars;
    QLineSeries *m_open;
    QBarCategoryAxis *m_barAxis; ///< gives each day its place; has no room for names
    QCategoryAxis *m_dayAxis;    ///< names some of the days
    QValueAxis *m_flowAxis;
    QValueAxis *m_openAxis;
};

} // namespace Deskbell::App
