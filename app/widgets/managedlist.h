// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/appcontext.h"
#include "app/shell/registry.h"
#include "app/widgets/columnsmodel.h"
#include "app/widgets/pagedtable.h"
#include "common/access/permission.h"
#include "common/events/event.h"

#include <QSet>
#include <QTableView>

class QPushButton;

namespace Deskbell::App {

class EntityDialog;

/// A list of things that all are managed alike: searched, made, edited and deleted, with the events
/// after which it is read again. ManagedListOf knows what they are.
class ManagedList : public QWidget
{
    Q_OBJECT

public:
    /// Asked for again in another language.
    struct Words
    {
        PagedTable::Words table;
        QString add;          ///< "New category…"
        QString deletionText; ///< what is lost, and what stays
        QString deletionVerb; ///< "Delete category"
    };
    enum class Search { Here, OnServer };

    PagedTable &table() { return *m_table; }
    int currentRow() const;
    /// Reads it, from the beginning when it is another list than before.
    void load(const QString &path, const QueryItems &query = {});
    /// Asks for the words again.
    void retranslate();

Q_SIGNALS:
    /// Another row is chosen, or the chosen one has changed; -1: none is.
    void currentChanged(int row);

protected:
    struct Entry
    {
        QString path; ///< "/categories/3"
        QString name;
        int version = 1;
    };

    /// `name` begins the names of its widgets: "categories" → "categoriesAdd".
    ManagedList(AppContext &context, PagedModelBase &model, const QString &name, Search search,
                const Visible &needed, QWidget *parent);

    virtual Words words() const = 0;
    virtual Entry entryAt(int row) const = 0;
    /// -1: for a new one. Null: not now.
    virtual EntityDialog *dialogFor(int row) = 0;
    virtual void setSource(const QString &path, const QueryItems &query) = 0;
    virtual bool isConcernedBy(EventType event) const = 0;
    /// Whether this one is theirs to change, of those who may do so at all.
    virtual bool mayChange(int row) const = 0;

    void changeEvent(QEvent *event) override;

private:
    void edit(int row);
    void remove();
    void search();
    void updateButtons();

    AppContext &m_context;
    PagedModelBase &m_model;
    PagedTable *m_table;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_delete;
    const Search m_search;
    const Visible m_needed;
    QString m_path;
    QueryItems m_query;
};

/// What ManagedListOf needs to know of a T, an entity with `id`, `name` and `version`.
template <Readable T>
struct ManagedKind
{
    QString name; ///< begins the names of the widgets
    QString path; ///< "/categories": where one of them is, below its id
    QList<typename ColumnsModel<T>::Column> columns;
    Permission needed = Permission::DeskManage; ///< to make, change and delete them
    std::function<ManagedList::Words()> words;
    /// The form for it, or for a new one (null).
    std::function<EntityDialog *(const T *entity, QWidget *parent)> dialog;
    QSet<EventType> events = {}; ///< after which it is read again
    /// Who makes, changes and deletes them, where that is not who holds `needed`; and which of them
    /// (none: all that are listed).
    Visible keepers = {};
    std::function<bool(const T &entity)> mayChange = {};
    ManagedList::Search search = ManagedList::Search::Here;
};

template <Readable T>
class ManagedListOf final : public ManagedList
{
public:
    ManagedListOf(AppContext &context, const ManagedKind<T> &kind, QWidget *parent)
        : ManagedListOf(context, kind, new ColumnsModel<T>(context.client, kind.columns, nullptr),
                        parent)
    {}

    const T *current() const
    {
        const int row = currentRow();
        return row < 0 ? nullptr : &m_model->entryAt(row);
    }
    ColumnsModel<T> &model() { return *m_model; }

protected:
    Words words() const override { return m_kind.words(); }
    Entry entryAt(int row) const override
    {
        const T &entity = m_model->entryAt(row);
        return {.path = m_kind.path + u'/' + QString::number(entity.id.value()),
                .name = entity.name,
                .version = entity.version};
    }
    EntityDialog *dialogFor(int row) override
    {
        return m_kind.dialog(row < 0 ? nullptr : &m_model->entryAt(row), this);
    }
    void setSource(const QString &path, const QueryItems &query) override
    {
        m_model->setSource(path, query);
    }
    bool isConcernedBy(EventType event) const override { return m_kind.events.contains(event); }
    bool mayChange(int row) const override
    {
        return !m_kind.mayChange || m_kind.mayChange(m_model->entryAt(row));
    }

private:
    ManagedListOf(AppContext &context, const ManagedKind<T> &kind, ColumnsModel<T> *model,
                  QWidget *parent)
        : ManagedList(context, *model, kind.name, kind.search,
                      kind.keepers ? kind.keepers : holding(kind.needed), parent)
        , m_kind(kind)
        , m_model(model)
    {
        m_model->setParent(this);
        for (int column = 0; column + 1 < kind.columns.size(); ++column)
            table().table().setColumnWidth(column, kind.columns[column].width);
        retranslate();
    }

    const ManagedKind<T> m_kind;
    ColumnsModel<T> *m_model;
};

} // namespace Deskbell::App
