// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worklog/checklistpanel.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/widgets/popups.h"
#include "app/widgets/timetext.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ChecklistPanel::ChecklistPanel(AppContext &context, QWidget *parent)
    : WorkPanel(context, u"checklist"_s, u"checklist"_s, parent)
    , m_new(new QLineEdit(this))
{
    m_new->setObjectName(u"checklistNew"_s);
    m_new->setMaxLength(checklistTextRule.max);
    m_layout->addWidget(m_new);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_new, &QLineEdit::returnPressed, this, &ChecklistPanel::add);
    connect(m_list, &QListWidget::itemChanged, this,
            [this](QListWidgetItem *item) { itemChanged(m_list->row(item)); });
    connect(m_list, &QListWidget::customContextMenuRequested, this, &ChecklistPanel::showMenu);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int before) {
                move(from, before > from ? before - 1 : before);
            });
}

QWidget *ChecklistPanel::adder() const
{
    return m_new;
}

void ChecklistPanel::load()
{
    m_call = m_context.client.get<Page<ChecklistItem>>(
            path(), this, [this, changes = m_changes](const Result<Page<ChecklistItem>> &page) {
                if (page)
                    arrived(*page, changes);
                else
                    failed(page.error());
            });
}

void ChecklistPanel::arrived(const Page<ChecklistItem> &page, int changes)
{
    if (changes != m_changes)
        return;
    m_items = page.data;
    loaded();
}

void ChecklistPanel::forget()
{
    m_items.clear();
    m_new->clear();
}

void ChecklistPanel::translate()
{
    m_new->setPlaceholderText(tr("Add what has to be done"));
    m_new->setAccessibleName(tr("Add to the checklist"));
    m_list->setToolTip(m_mayChange ? tr("Space ticks, F2 rewrites, Alt with the arrow keys moves, "
                                        "Delete removes")
                                   : QString());
}

/// Rows stay where they are as far as they can: one of them may be being written.
void ChecklistPanel::fill()
{
    const QSignalBlocker blocker(m_list);
    while (m_list->count() > m_items.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < m_items.size())
        m_list->addItem(new QListWidgetItem);
    for (int row = 0; row < m_items.size(); ++row) {
        const ChecklistItem &item = m_items[row];
        QListWidgetItem *shown = m_list->item(row);
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
        if (m_mayChange)
            flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
        shown->setFlags(flags);
        if (shown->text() != item.text)
            shown->setText(item.text);
        shown->setCheckState(item.done ? Qt::Checked : Qt::Unchecked);
        shown->setForeground(
                palette().brush(item.done ? QPalette::PlaceholderText : QPalette::Text));
        shown->setToolTip(item.doneBy ? tr("%1, %2").arg(item.doneBy->displayName,
                                                         TimeText::exact(item.doneAt))
                                      : QString());
    }
    const auto done = std::count_if(m_items.begin(), m_items.end(),
                                    [](const ChecklistItem &item) { return item.done; });
    setCaption(tr("Checklist"),
               m_items.isEmpty() ? QString() : tr("%1 of %2").arg(done).arg(m_items.size()));
    fitList();
}

void ChecklistPanel::add()
{
    const QString text = m_new->text().trimmed();
    if (text.isEmpty())
        return;
    const int number = ++m_changes;
    m_context.client.fetch<Page<ChecklistItem>>(
            Api::Request::post(path(), toJson(ChecklistItemDraft{.text = text})), this,
            [this, number, text](const Result<Page<ChecklistItem>> &page) {
                if (page)
                    return arrived(*page, number);
                if (m_new->text().isEmpty()) // what was typed is not lost
                    m_new->setText(text);
                Popups::of(this).error(tr("“%1” could not be added").arg(text), page.error());
            });
    m_new->clear();
}

void ChecklistPanel::itemChanged(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const ChecklistItem before = m_items[row];
    const QString text = m_list->item(row)->text().trimmed();
    const bool done = m_list->item(row)->checkState() == Qt::Checked;
    ChecklistItemPatch patch;
    if (done != before.done)
        patch.done = done;
    if (!text.isEmpty() && text != before.text)
        patch.text = text;
    if (patch == ChecklistItemPatch())
        return fill(); // nothing is no text
    m_items[row].done = done;
    m_items[row].text = patch.text.value_or(before.text);
    change(row, patch);
}

void ChecklistPanel::move(int from, int to)
{
    if (from == to || to < 0 || to >= m_items.size())
        return;
    m_items.move(from, to);
    change(to, {.position = to});
    m_list->setCurrentRow(to);
}

void ChecklistPanel::change(int row, const ChecklistItemPatch &patch)
{
    const ChecklistItem item = m_items[row];
    fill();
    send(Api::Request::patch(path(item.id.value()), toJson(patch)),
         tr("“%1” could not be changed").arg(item.text));
}

void ChecklistPanel::send(const Api::Request &request, const QString &failed)
{
    const int number = ++m_changes;
    m_context.client.fetch<Page<ChecklistItem>>(
            request, this, [this, number, failed](const Result<Page<ChecklistItem>> &page) {
                if (page)
                    return arrived(*page, number);
                refresh(); // as it is
                Popups::of(this).error(failed, page.error());
            });
}

void ChecklistPanel::removeCurrent()
{
    remove(m_list->currentRow());
}

void ChecklistPanel::remove(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const ChecklistItem item = m_items.takeAt(row);
    const TicketId ticket = m_ticket;
    ++m_changes;
    fill();
    m_context.client.send(
            Api::Request::remove(path(item.id.value())), this,
            [this, item, row, ticket](const Result<Api::Answer> &answer) {
                if (!answer) {
                    refresh();
                    Popups::of(this).error(tr("“%1” could not be removed").arg(item.text),
                                           answer.error());
                    return;
                }
                const ChecklistItemDraft again{
                        .text = item.text, .done = item.done, .position = row};
                Popups::of(this).info(
                        tr("“%1” was removed").arg(item.text),
                        {tr("Undo"), [this, again, ticket] {
                             if (ticket == m_ticket)
                                 send(Api::Request::post(path(), toJson(again)),
                                      tr("“%1” could not be put back").arg(again.text));
                         }});
            });
}

void ChecklistPanel::showMenu(const QPoint &position)
{
    const int row = m_list->row(m_list->itemAt(position));
    if (row < 0 || !m_mayChange)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"checklistMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rewrite"), this, [this, row] { m_list->editItem(m_list->item(row)); });
    menu->addAction(tr("Move up"), this, [this, row] { move(row, row - 1); })->setEnabled(row > 0);
    menu->addAction(tr("Move down"), this, [this, row] {
            move(row, row + 1);
        })->setEnabled(row + 1 < m_items.size());
    menu->addAction(tr("Remove"), this, [this, row] { remove(row); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool ChecklistPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_mayChange) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentRow();
        if (key->modifiers() == Qt::AltModifier && row >= 0
            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(row, key->key() == Qt::Key_Up ? row - 1 : row + 1);
            return true;
        }
    }
    return WorkPanel::eventFilter(watched, event);
}

} // namespace Deskbell::App
