// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/managedlist.h"

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/icons.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/entitydialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ManagedList::ManagedList(AppContext &context, PagedModelBase &model, const QString &name,
                         Search search, const Visible &needed, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_table(new PagedTable(model, this))
    , m_add(new QPushButton(Icons::icon(u"plus"), {}, this))
    , m_edit(new QPushButton(Icons::icon(u"edit"), {}, this))
    , m_delete(new QPushButton(Icons::icon(u"trash"), {}, this))
    , m_search(search)
    , m_needed(needed)
{
    setObjectName(name + u"List"_s);
    m_add->setObjectName(name + u"Add"_s);
    m_edit->setObjectName(name + u"Edit"_s);
    m_delete->setObjectName(name + u"Delete"_s);
    for (QWidget *button : {m_edit, m_delete, m_add})
        m_table->addButton(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);

    connect(m_add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (currentRow() >= 0)
            edit(currentRow());
    });
    connect(m_table, &PagedTable::rowActivated, this, &ManagedList::edit);
    connect(m_delete, &QPushButton::clicked, this, &ManagedList::remove);
    connect(m_table, &PagedTable::currentRowChanged, this, &ManagedList::updateButtons);
    connect(&m_model, &PagedModelBase::stateChanged, this, &ManagedList::updateButtons);
    if (search == Search::Here)
        m_table->searchHere();
    else
        connect(&m_table->search(), &SearchField::searchChanged, this, &ManagedList::search);
    connect(&context.session, &Session::accountChanged, this, &ManagedList::updateButtons);
    connect(&context.events, &EventStream::received, this, [this](const Event &event) {
        if (!m_path.isEmpty() && isConcernedBy(event.type))
            m_model.refresh();
    });
    connect(&context.events, &EventStream::resetRequired, this, [this] {
        if (!m_path.isEmpty())
            m_model.refresh();
    });
}

int ManagedList::currentRow() const
{
    const int row = m_table->currentRow();
    return row < m_model.rowCount() ? row : -1;
}

void ManagedList::load(const QString &path, const QueryItems &query)
{
    if (m_path == path && m_query == query) {
        m_model.refresh();
        return;
    }
    m_path = path;
    m_query = query;
    search();
}

void ManagedList::search()
{
    QueryItems query = m_query;
    const QString wanted = m_table->search().text().trimmed();
    if (m_search == Search::OnServer && !wanted.isEmpty())
        query.append({u"q"_s, wanted});
    setSource(m_path, query);
}

void ManagedList::updateButtons()
{
    const bool chosen = currentRow() >= 0 && mayChange(currentRow());
    const bool may = m_needed(m_context.session);
    for (QPushButton *button : {m_add, m_edit, m_delete})
        button->setVisible(may);
    m_edit->setEnabled(chosen);
    m_delete->setEnabled(chosen);
    Q_EMIT currentChanged(currentRow());
}

void ManagedList::edit(int row)
{
    if (!m_needed(m_context.session) || (row >= 0 && !mayChange(row)))
        return;
    EntityDialog *dialog = dialogFor(row);
    if (!dialog)
        return;
    connect(dialog, &EntityDialog::saved, this, [this](const QJsonObject &entity) {
        m_model.refresh();
        Popups::of(this).success(tr("%1 is saved").arg(entity.value("name"_L1).toString()));
    });
    dialog->open();
}

void ManagedList::remove()
{
    if (currentRow() < 0)
        return;
    const Entry entry = entryAt(currentRow());
    const Words said = words();
    const Question question{.title = tr("Delete %1?").arg(entry.name),
                            .text = said.deletionText,
                            .verb = said.deletionVerb};
    ConfirmDialog::ask(this, question, [this, entry](const Decision &decision) {
        if (!decision.accepted)
            return;
        Api::Request request = Api::Request::remove(entry.path);
        request.ifVersion(entry.version);
        m_context.client.send(request, this, [this, entry](const Result<Api::Answer> &answer) {
            m_model.refresh();
            if (answer)
                Popups::of(this).success(tr("%1 is deleted").arg(entry.name));
            else
                Popups::of(this).error(tr("%1 could not be deleted").arg(entry.name),
                                       answer.error());
        });
    });
}

void ManagedList::retranslate()
{
    const Words said = words();
    m_table->setWords(said.table);
    m_add->setText(said.add);
    m_edit->setText(tr("Edit…"));
    m_delete->setText(tr("Delete…"));
    updateButtons();
}

void ManagedList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model.retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
