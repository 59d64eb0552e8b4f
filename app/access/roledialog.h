// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/access/role.h"

class QComboBox;
class QLineEdit;

namespace Deskbell::App {

/// Makes a role, empty or with what another one allows, or gives one another name. What it allows
/// is ticked in the matrix.
class RoleDialog : public DraftDialog<RoleDraft>
{
    Q_OBJECT

public:
    /// A new one; `roles` can be copied, as far as the person may give what they allow.
    RoleDialog(AppContext &context, const QList<Role> &roles, QWidget *parent);
    RoleDialog(AppContext &context, const Role &role, QWidget *parent);

protected:
    RoleDraft typed() const override;

private:
    void build();

    const QList<Role> m_roles;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_like = nullptr;
};

} // namespace Deskbell::App
