// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace Deskbell::App {

/// A thing that is counted, and its figures.
struct Figure
{
    QString key; ///< by which it stays the same when figures change
    QString label;
    QList<int> numbers;

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// The table behind a chart: what is counted, and a column for each of its figures.
class FigureModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int NumberRole = Qt::UserRole;   ///< the figure itself; int
    static constexpr int MostRole = Qt::UserRole + 1; ///< the largest of the first figures; int

    using QAbstractTableModel::QAbstractTableModel;

    /// The first title is of what is counted.
    void setTitles(const QStringList &titles);
    /// As long as the keys are the same in the same order, rows stay and only what they say
    /// changes.
    void setFigures(const QList<Figure> &figures);
    const QList<Figure> &figures() const { return m_figures; }
    const QStringList &titles() const { return m_titles; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    QList<Figure> m_figures;
    int m_most = 0;
};

} // namespace Deskbell::App
