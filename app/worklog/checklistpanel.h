// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worklog/workpanel.h"
#include "common/base/paging.h"
#include "common/worklog/checklist.h"

class QLineEdit;

namespace Deskbell::App {

/// What has to be done for a ticket: ticked by Space or the mouse, written anew by F2, moved by Alt
/// with Up and Down or the mouse, removed by Delete, which can be undone.
class ChecklistPanel : public WorkPanel
{
    Q_OBJECT

public:
    explicit ChecklistPanel(AppContext &context, QWidget *parent = nullptr);

    const QList<ChecklistItem> &items() const { return m_items; }

protected:
    void load() override;
    void forget() override;
    void fill() override;
    void translate() override;
    QWidget *adder() const override;
    void removeCurrent() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();
    /// The person ticked or rewrote it in the list.
    void itemChanged(int row);
    void move(int from, int to);
    void remove(int row);
    void showMenu(const QPoint &position);
    void change(int row, const ChecklistItemPatch &patch);
    /// The list that comes back is shown, unless something was changed since.
    void send(const Api::Request &request, const QString &failed);
    void arrived(const Page<ChecklistItem> &page, int changes);

    QList<ChecklistItem> m_items;
    QLineEdit *m_new;
};

} // namespace Deskbell::App
