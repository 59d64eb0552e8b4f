// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/accounts/account.h"

#include <optional>

class QComboBox;
class QPushButton;

namespace Deskbell::App {

class AccountsModel;
class PagedTable;
class Registry;
struct AppContext;

/// The people of the server, for those who manage them: search, add, edit, roles, block.
class PeoplePage : public PageWidget
{
    Q_OBJECT

public:
    explicit PeoplePage(AppContext &context);

    void showEntry(const QString &entryId) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void reload();
    void retranslate();
    void updateButtons();
    void edit(const std::optional<Account> &account);
    /// Blocks who is active; lets in who is blocked or waits.
    void toggleBlock();
    void setStatus(const Account &account, AccountStatus status, const QString &done);

    AppContext &m_context;
    AccountsModel *m_model;
    PagedTable *m_table;
    QComboBox *m_status;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_rights;
    QPushButton *m_block;
};

void installPeople(Registry &registry);

} // namespace Deskbell::App
