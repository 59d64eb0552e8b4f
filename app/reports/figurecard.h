// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/figuremodel.h"

#include <QFrame>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace Deskbell::App {

/// A titled card of a dashboard on the ground of lists. What it holds follows the title.
class DashboardCard : public QFrame
{
    Q_OBJECT

public:
    /// `name` is its object name.
    explicit DashboardCard(const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;

protected:
    QVBoxLayout *body() const { return m_body; }
    /// Beside the title, at the end of its line.
    void addTool(QWidget *tool);
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QVBoxLayout *m_body;
};

/// What is counted as a table whose first figures are bars, too: the chart and the table behind it
/// are one, and are read by screen readers and walked through by keyboard as any table is.
class FigureCard : public DashboardCard
{
    Q_OBJECT

public:
    explicit FigureCard(const QString &name, QWidget *parent = nullptr);

    FigureModel &model() { return *m_model; }
    QTableView &table() { return *m_table; }
    /// Titles of the columns; with two of them the table has no header, for the card says it all.
    void setTitles(const QStringList &titles);
    void setFigures(const QList<Figure> &figures);
    /// What stands there when nothing is counted.
    void setEmptyText(const QString &text);

private:
    void fit();

    FigureModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
};

} // namespace Deskbell::App
