// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/access/role.h"

class QLabel;
class QPushButton;

namespace Deskbell::App {

class NoticeBox;
class PagedTable;
class Registry;
class RoleMatrixModel;
struct AppContext;

/// The roles of the server as a matrix, for those who manage them: what each allows, ticked with
/// the pointer or Space and saved together; new roles, other names, deleting.
class RolesPage : public PageWidget
{
    Q_OBJECT

public:
    explicit RolesPage(AppContext &context);

    void showEntry(const QString &entryId) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    /// Titles of groups go over the whole row, other columns show ticks.
    void arrange();
    bool matches(int row, const QString &wanted) const;
    void updateButtons();
    const Role *currentRole() const;
    void create();
    void rename();
    void remove();
    void save();
    void saveNext();
    void refused(RoleId role, const Error &error);

    AppContext &m_context;
    RoleMatrixModel *m_model;
    PagedTable *m_table;
    NoticeBox *m_notice;
    QLabel *m_reason; ///< of the current cell: why it cannot be changed
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_add;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QList<RoleId> m_waiting; ///< to be saved, the first one now
};

void installRoles(Registry &registry);

} // namespace Deskbell::App
