// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QTableView;

namespace Deskbell::App {

class PagedModelBase;
class SearchField;
class StateView;

/// The body of an admin page: heading, search, buttons, and a table with its loading, empty and
/// error states.
class PagedTable : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString searchHint;
        QString emptyTitle;
        QString emptyText;
        QString failed; ///< "The people could not be loaded"
    };

    PagedTable(PagedModelBase &model, QWidget *parent);

    void setWords(const Words &words);
    /// At the right of the search.
    void addButton(QWidget *button);
    QTableView &table() { return *m_table; }
    SearchField &search() { return *m_search; }
    /// -1 when none is selected.
    int currentRow() const;

    /// For lists that are never long: the search hides the rows that do not match, here. Without a
    /// matcher a row matches when one of its texts contains what is searched for.
    using Matcher = std::function<bool(int row, const QString &wanted)>;
    void searchHere(const Matcher &matches = {});

Q_SIGNALS:
    void currentRowChanged(int row);
    void rowActivated(int row);

private:
    void showState();
    void hideRows();
    bool containsText(int row, const QString &wanted) const;

    PagedModelBase &m_model;
    Words m_words;
    QLabel *m_title;
    SearchField *m_search;
    QHBoxLayout *m_tools;
    QTableView *m_table;
    StateView *m_state;
    Matcher m_matches; ///< none: the server searches
    bool m_allHidden = false;
};

} // namespace Deskbell::App
