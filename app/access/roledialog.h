// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/access/role.h"

class QComboBox;
class QLineEdit;

namespace Deskbell::App {

/// Makes a role, empty or with what another one allows, or gives one another name. What it allows
/// is ticked in the matrix.
class RoleDialog : public EntityDialog
{
    Q_OBJECT

public:
    /// A new one; `roles` can be copied, as far as the person may give what they allow.
    RoleDialog(AppContext &context, const QList<Role> &roles, QWidget *parent);
    RoleDialog(AppContext &context, const Role &role, QWidget *parent);

protected:
    QJsonObject draft() const override;
    QList<FieldError> faults() const override;

private:
    RoleDraft typed() const;
    void build();

    const QList<Role> m_roles;
    const PermissionSet m_permissions; ///< of the role that is changed; they stay
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_like = nullptr;
};

} // namespace Deskbell::App
