// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/sla/slapolicy.h"

namespace Deskbell::App {

class Registry;

/// What the desks promise whose service levels one manages.
class SlaPoliciesPage : public PageWidget
{
    Q_OBJECT

public:
    explicit SlaPoliciesPage(AppContext &context);

    void showEntry(const QString &entry) override;

private:
    static ManagedKind<SlaPolicy> kind(AppContext &context);

    ManagedListOf<SlaPolicy> *m_list;
};

void installSlaPolicies(Registry &registry);

} // namespace Deskbell::App
