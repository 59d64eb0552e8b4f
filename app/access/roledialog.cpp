// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/roledialog.h"

#include "app/accounts/accountsmodel.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

RoleDialog::RoleDialog(AppContext &context, const QList<Role> &roles, QWidget *parent)
    : DraftDialog(context, u"/roles"_s, {}, {}, parent)
    , m_roles(roles)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_like(new QComboBox(this))
{
    setWindowTitle(tr("New role"));
    build();
    m_like->setObjectName(u"like"_s);
    m_like->addItem(tr("Nothing at first"));
    for (const Role &role : roles)
        m_like->addItem(tr("What %1 allows").arg(AccountText::role(role.key, role.name)));
    m_like->setToolTip(tr("Rights that you do not hold yourself are left out."));
    form().addRow(tr("&Allows"), m_like);
}

RoleDialog::RoleDialog(AppContext &context, const Role &role, QWidget *parent)
    : DraftDialog(
            context, u"/roles"_s, Target{.id = role.id.value(), .version = role.version},
            {.name = role.name, .description = role.description, .permissions = role.permissions},
            parent)
    , m_name(new QLineEdit(role.name, this))
    , m_description(new QLineEdit(role.description, this))
{
    setWindowTitle(tr("Rename %1").arg(role.name));
    build();
}

void RoleDialog::build()
{
    setObjectName(u"roleDialog"_s);
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
}

RoleDraft RoleDialog::typed() const
{
    RoleDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    // The first entry is for none.
    if (m_like && m_like->currentIndex() > 0)
        draft.permissions = m_roles[m_like->currentIndex() - 1].permissions
                            & context().session.me().grants.global();
    return draft;
}

} // namespace Deskbell::App
