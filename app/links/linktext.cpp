// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/links/linktext.h"

#include <QCoreApplication>

namespace Deskbell::App {

QString linkWord(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Related: return QCoreApplication::translate("LinkText", "Related");
    case LinkKind::Parent: return QCoreApplication::translate("LinkText", "Part of");
    case LinkKind::Child: return QCoreApplication::translate("LinkText", "Has as a part");
    case LinkKind::MergedInto: return QCoreApplication::translate("LinkText", "Merged into");
    case LinkKind::MergedFrom: return QCoreApplication::translate("LinkText", "Merged from");
    case LinkKind::SplitInto: return QCoreApplication::translate("LinkText", "Split off");
    case LinkKind::SplitFrom: return QCoreApplication::translate("LinkText", "Split from");
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell::App
