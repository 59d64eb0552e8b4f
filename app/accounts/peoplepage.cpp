// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/peoplepage.h"

#include "app/accounts/accountdialog.h"
#include "app/accounts/accountsmodel.h"
#include "app/accounts/heldpermissionsdialog.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/registry.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "common/accounts/accountfilter.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

PeoplePage::PeoplePage(AppContext &context)
    : m_context(context)
    , m_model(new AccountsModel(context.client, this))
    , m_table(new PagedTable(*m_model, this))
    , m_status(new QComboBox(this))
    , m_add(new QPushButton(Icons::icon(u"user-plus"), {}, this))
    , m_edit(new QPushButton(Icons::icon(u"edit"), {}, this))
    , m_rights(new QPushButton(Icons::icon(u"shield"), {}, this))
    , m_block(new QPushButton(Icons::icon(u"lock"), {}, this))
{
    setObjectName(u"peoplePage"_s);
    m_status->setObjectName(u"peopleStatus"_s);
    m_add->setObjectName(u"peopleAdd"_s);
    m_edit->setObjectName(u"peopleEdit"_s);
    m_rights->setObjectName(u"peopleRights"_s);
    m_block->setObjectName(u"peopleBlock"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_edit),
                            static_cast<QWidget *>(m_rights), static_cast<QWidget *>(m_block),
                            static_cast<QWidget *>(m_add)}) {
        m_table->addButton(widget);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    const int widths[] = {170, 150, 230, 190, 150};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->table().setColumnWidth(column, widths[column]);

    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const int row = m_table->currentRow(); row >= 0)
            edit(m_model->entryAt(row));
    });
    connect(m_table, &PagedTable::rowActivated, this,
            [this](int row) { edit(m_model->entryAt(row)); });
    connect(m_rights, &QPushButton::clicked, this, [this] {
        if (const int row = m_table->currentRow(); row >= 0) {
            auto *dialog = new HeldPermissionsDialog(m_context, m_model->entryAt(row).ref(), this);
            dialog->open();
        }
    });
    connect(m_block, &QPushButton::clicked, this, &PeoplePage::toggleBlock);
    connect(m_status, &QComboBox::activated, this, &PeoplePage::reload);
    connect(&m_table->search(), &SearchField::searchChanged, this, &PeoplePage::reload);
    connect(m_table, &PagedTable::currentRowChanged, this, &PeoplePage::updateButtons);
    connect(m_model, &PagedModelBase::stateChanged, this, &PeoplePage::updateButtons);
    retranslate();
}

void PeoplePage::showEntry(const QString &)
{
    reload();
}

void PeoplePage::reload()
{
    AccountFilter filter{.search = m_table->search().text().trimmed()};
    if (const auto status = fromWire<AccountStatus>(m_status->currentData().toString()))
        filter.statuses = {*status};
    m_model->setSource(u"/users"_s, toQuery(filter));
}

void PeoplePage::updateButtons()
{
    const int row = m_table->currentRow();
    const bool chosen = row >= 0 && row < m_model->rowCount();
    const bool manages = m_context.session.can(Permission::UserManage);
    const bool active = chosen && m_model->entryAt(row).status == AccountStatus::Active;
    m_add->setVisible(manages);
    m_edit->setVisible(manages);
    m_rights->setVisible(manages);
    m_block->setVisible(manages);
    m_edit->setEnabled(chosen);
    m_rights->setEnabled(chosen);
    m_block->setEnabled(chosen);
    m_block->setText(active || !chosen ? tr("Block…") : tr("Let in"));
}

void PeoplePage::edit(const std::optional<Account> &account)
{
    if (!m_context.session.can(Permission::UserManage))
        return;
    auto *dialog = new AccountDialog(m_context, account, this);
    connect(dialog, &AccountDialog::saved, this, [this, account] {
        m_model->refresh();
        Popups::of(this).success(account ? tr("%1 is saved").arg(account->displayName)
                                         : tr("The account is made"));
    });
    dialog->open();
}

void PeoplePage::toggleBlock()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Account account = m_model->entryAt(row);
    if (account.status != AccountStatus::Active) {
        setStatus(account, AccountStatus::Active, tr("%1 may sign in").arg(account.displayName));
        return;
    }
    const Question question{.title = tr("Block %1?").arg(account.displayName),
                            .text = tr("Every open session of this account ends at once."),
                            .verb = tr("Block account")};
    ConfirmDialog::ask(this, question, [this, account](const Decision &decision) {
        if (decision.accepted)
            setStatus(account, AccountStatus::Blocked,
                      tr("%1 is blocked").arg(account.displayName));
    });
}

void PeoplePage::setStatus(const Account &account, AccountStatus status, const QString &done)
{
    Api::Request request = Api::Request::patch(u"/users/%1"_s.arg(account.id.value()),
                                               toJson(AccountPatch{.status = status}));
    request.ifVersion(account.version);
    m_context.client.send(request, this, [this, account, done](const Result<Api::Answer> &answer) {
        m_model->refresh();
        if (answer)
            Popups::of(this).success(done);
        else
            Popups::of(this).error(tr("%1 could not be changed").arg(account.displayName),
                                   answer.error());
    });
}

void PeoplePage::retranslate()
{
    m_table->setWords({.title = tr("People"),
                       .searchHint = tr("Search names and addresses"),
                       .emptyTitle = tr("Nobody found"),
                       .emptyText = tr("No account matches."),
                       .failed = tr("The people could not be loaded")});
    m_add->setText(tr("New person…"));
    m_edit->setText(tr("Edit…"));
    m_rights->setText(tr("Rights…"));
    m_rights->setToolTip(tr("What this person may do, and why"));
    const int chosen = qMax(0, m_status->currentIndex());
    m_status->clear();
    m_status->addItem(tr("Everybody"), QString());
    for (const auto &row : WireEnum<AccountStatus>::names)
        m_status->addItem(AccountText::status(row.value), QString(toWire(row.value)));
    m_status->setCurrentIndex(chosen);
    m_status->setAccessibleName(tr("State of the accounts"));
    updateButtons();
}

void PeoplePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    PageWidget::changeEvent(event);
}

void installPeople(Registry &registry)
{
    registry.registerPage(
            u"people"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("PeoplePage", "People"); }, u"users"_s,
            [](const Session &session) { return session.can(Permission::UserManage); },
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new PeoplePage(context);
            });
}

} // namespace Deskbell::App
