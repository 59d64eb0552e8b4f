// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/heldpermissionsdialog.h"

#include "app/accounts/heldpermissionsmodel.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/pagedtable.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

HeldPermissionsDialog::HeldPermissionsDialog(AppContext &context, const PersonRef &person,
                                             QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"heldPermissionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What %1 may do").arg(person.displayName));
    resize(820, 560);
    auto *model = new HeldPermissionsModel(context.client, person.id, this);
    auto *table = new PagedTable(*model, this);
    table->setWords({.title = windowTitle(),
                     .searchHint = tr("Search rights, desks and roles"),
                     .emptyTitle = tr("No right found"),
                     .emptyText = tr("No role of this person allows that."),
                     .failed = tr("The rights could not be loaded")});
    table->searchHere();
    table->table().setColumnWidth(HeldPermissionsModel::PermissionColumn, 400);
    table->table().setColumnWidth(HeldPermissionsModel::PlaceColumn, 160);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, Metrics::margin);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table, 1);
    layout->addLayout(foot);
    model->refresh();
}

} // namespace Deskbell::App
