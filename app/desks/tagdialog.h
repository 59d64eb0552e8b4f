// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/tag.h"

class QLineEdit;

namespace Deskbell::App {

/// Makes a tag, or changes one.
class TagDialog : public DraftDialog<TagDraft>
{
    Q_OBJECT

public:
    /// `tag`: null for a new one.
    TagDialog(AppContext &context, const Tag *tag, QWidget *parent);

protected:
    TagDraft typed() const override;

private:
    QLineEdit *m_name;
    QLineEdit *m_color;
};

} // namespace Deskbell::App
