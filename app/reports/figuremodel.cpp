// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/figuremodel.h"

#include "app/shell/theme.h"

#include <QLocale>

#include <algorithm>

namespace Deskbell::App {

void FigureModel::setTitles(const QStringList &titles)
{
    if (titles.size() == m_titles.size()) {
        m_titles = titles;
        if (!titles.isEmpty())
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(titles.size()) - 1);
        return;
    }
    beginResetModel();
    m_titles = titles;
    endResetModel();
}

void FigureModel::setFigures(const QList<Figure> &figures)
{
    int most = 0;
    for (const Figure &figure : figures)
        most = std::max(most, figure.numbers.value(0));
    const bool sameRows = std::equal(
            figures.begin(), figures.end(), m_figures.begin(), m_figures.end(),
            [](const Figure &left, const Figure &right) { return left.key == right.key; });
    if (!sameRows)
        beginResetModel();
    m_figures = figures;
    m_most = most;
    if (!sameRows)
        endResetModel();
    else if (!figures.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Figure &figure = m_figures[index.row()];
    if (index.column() == 0)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? figure.label : QVariant();
    switch (role) {
    case Qt::DisplayRole: return QLocale().toString(figure.numbers.value(index.column() - 1));
    case NumberRole: return figure.numbers.value(index.column() - 1);
    case MostRole: return m_most;
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: return Fonts::tabular(Fonts::body());
    default: return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_titles[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant((section > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace Deskbell::App
