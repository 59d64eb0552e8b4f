// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvaltemplate.h"
#include "common/desks/namedref.h"

#include <QComboBox>

namespace Deskbell::App {

struct AppContext;

/// Where one names the approval template that requests go through, or none. Whoever does not
/// arrange the approvals of the desk sees the one that is there, and cannot choose another.
class ApprovalTemplateBox : public QComboBox
{
    Q_OBJECT

public:
    /// `none`: what it means that there is none.
    ApprovalTemplateBox(AppContext &context, DeskId desk,
                        const std::optional<ApprovalTemplateRef> &now, const QString &none,
                        QWidget *parent);

    ApprovalTemplateId chosen() const { return ApprovalTemplateId(currentData().toLongLong()); }
};

} // namespace Deskbell::App
