// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/desks/organisation.h"

namespace Deskbell::App {

class Registry;

/// The customers' organisations, for those who manage people.
class OrganisationsPage : public PageWidget
{
    Q_OBJECT

public:
    explicit OrganisationsPage(AppContext &context);

    void showEntry(const QString &entryId) override;

private:
    static ManagedKind<Organisation> kind(AppContext &context);

    ManagedListOf<Organisation> *m_list;
};

void installOrganisations(Registry &registry);

} // namespace Deskbell::App
