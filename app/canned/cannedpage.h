// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/canned/cannedreply.h"

namespace Deskbell::App {

class Registry;

/// The canned replies and macros that one has; one's own and those that one manages can be changed.
class CannedPage : public PageWidget
{
    Q_OBJECT

public:
    explicit CannedPage(AppContext &context);

    void showEntry(const QString &entry) override;

private:
    static ManagedKind<CannedReply> kind(AppContext &context);

    ManagedListOf<CannedReply> *m_list;
};

void installCannedReplies(Registry &registry);

} // namespace Deskbell::App
