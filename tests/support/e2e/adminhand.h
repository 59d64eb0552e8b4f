// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvaltemplate.h"

#include <QStringList>

namespace Deskbell::Test {

class DrivenApp;

/// What an administrator does on the pages of the app. Everything answers false when it does not
/// come about.
namespace AdminHand {

/// Makes a desk from the template whose card has that title.
[[nodiscard]] bool makeDesk(DrivenApp &app, const QString &card, const QString &key,
                            const QString &name);

/// A step as it is typed: people by their names, a role by a part of its name.
struct Step
{
    QString name;
    ApprovalMode mode = ApprovalMode::All;
    QStringList people = {};
    QString role = {};
};

[[nodiscard]] bool makeApprovalTemplate(DrivenApp &app, const QString &desk, const QString &name,
                                        const QList<Step> &steps);
/// Has the tickets of that desk go through that template.
[[nodiscard]] bool chooseApproval(DrivenApp &app, const QString &desk, const QString &name);

} // namespace AdminHand

} // namespace Deskbell::Test
