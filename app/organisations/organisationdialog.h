// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/organisation.h"

class QLineEdit;
class QPlainTextEdit;

namespace Deskbell::App {

/// Makes an organisation, or changes one.
class OrganisationDialog : public DraftDialog<OrganisationDraft>
{
    Q_OBJECT

public:
    /// `organisation`: null for a new one.
    OrganisationDialog(AppContext &context, const Organisation *organisation, QWidget *parent);

protected:
    OrganisationDraft typed() const override;

private:
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
};

} // namespace Deskbell::App
