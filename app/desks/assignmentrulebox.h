// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/assignmentrule.h"

#include <QComboBox>

namespace Deskbell::App {

/// Where one says to whom tickets go by themselves.
class AssignmentRuleBox : public QComboBox
{
    Q_OBJECT

public:
    AssignmentRuleBox(AssignmentRule now, QWidget *parent);

    AssignmentRule chosen() const { return AssignmentRule(currentData().toInt()); }
};

} // namespace Deskbell::App
