// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/approvals/approvaltemplate.h"

namespace Deskbell::App {

class Registry;

/// Who has to approve what, for those who arrange it: the approval templates of their desks.
class ApprovalTemplatesPage : public PageWidget
{
    Q_OBJECT

public:
    explicit ApprovalTemplatesPage(AppContext &context);

    void showEntry(const QString &entryId) override;

private:
    static ManagedKind<ApprovalTemplate> kind(AppContext &context);

    ManagedListOf<ApprovalTemplate> *m_list;
};

void installApprovalTemplates(Registry &registry);

} // namespace Deskbell::App
