// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltemplatebox.h"

#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"

namespace Deskbell::App {

ApprovalTemplateBox::ApprovalTemplateBox(AppContext &context, DeskId desk,
                                         const std::optional<ApprovalTemplateRef> &now,
                                         const QString &none, QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToContents); // it is filled later
    addItem(none, 0);
    if (now) {
        addItem(now->name, now->id.value());
        setCurrentIndex(1);
    }
    if (!context.session.me().grants.holds(Permission::ApprovalManage, desk)) {
        setEnabled(false);
        setToolTip(tr("Whoever arranges the approvals of the desk chooses it."));
        return;
    }
    // What cannot be listed cannot be chosen; the one that is there stays.
    fetchApprovalTemplates(context, desk, this, [this](const Result<QList<ApprovalTemplate>> &all) {
        for (const ApprovalTemplate &one : all.value_or(QList<ApprovalTemplate>())) {
            if (findData(one.id.value()) < 0)
                addItem(one.name, one.id.value());
        }
    });
}

} // namespace Deskbell::App
