// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/views/savedview.h"

class QComboBox;
class QLineEdit;

namespace Deskbell::App {

/// Keeps a search as a view, or changes one: its name, what it looks for, and who has it.
class ViewDialog : public DraftDialog<ViewDraft>
{
    Q_OBJECT

public:
    /// `view`: null for a new one, which begins with the draft.
    ViewDialog(AppContext &context, const ViewDraft &draft, const SavedView *view, QWidget *parent);

protected:
    ViewDraft typed() const override;

private:
    void offerScopes(const SavedView *view);

    QLineEdit *m_name;
    QLineEdit *m_query;
    QComboBox *m_scope; ///< data: the scope, and in the next role the team
};

} // namespace Deskbell::App
