// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/assignmentrulebox.h"

namespace Deskbell::App {

AssignmentRuleBox::AssignmentRuleBox(AssignmentRule now, QWidget *parent)
    : QComboBox(parent)
{
    addItem(tr("To nobody; somebody takes them"), int(AssignmentRule::None));
    addItem(tr("In turn"), int(AssignmentRule::RoundRobin));
    addItem(tr("To who has the fewest"), int(AssignmentRule::LeastLoaded));
    setCurrentIndex(findData(int(now)));
}

} // namespace Deskbell::App
