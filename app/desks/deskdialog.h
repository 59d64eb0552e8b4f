// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/desk.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace Deskbell {
struct DeskTemplateSummary;
}

namespace Deskbell::App {

/// Makes a desk, with one of the templates of the server to begin with, or changes one.
class DeskDialog : public DraftDialog<DeskDraft>
{
    Q_OBJECT

public:
    /// `desk`: null for a new one.
    DeskDialog(AppContext &context, const Desk *desk, QWidget *parent);

protected:
    DeskDraft typed() const override;

private:
    void build();
    void loadWorkflows();
    void loadTemplates();
    void addCard(const QString &title, const QString &text, const std::function<void()> &chosen);
    void choose(const DeskTemplateSummary &chosen);

    QWidget *m_cards = nullptr;
    QGridLayout *m_grid = nullptr;
    QLineEdit *m_key;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QComboBox *m_workflow;
    QString m_template; ///< the key of the chosen one
};

} // namespace Deskbell::App
