// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/desk.h"

#include <functional>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace Deskbell {
struct DeskTemplateSummary;
}

namespace Deskbell::App {

class ApprovalTemplateBox;
class AssignmentRuleBox;

/// Makes a desk, with one of the templates of the server to begin with, or changes one: then also
/// to whom its tickets go, and who has to approve them.
class DeskDialog : public EntityDialog
{
    Q_OBJECT

public:
    /// `desk`: null for a new one.
    DeskDialog(AppContext &context, const Desk *desk, QWidget *parent);

protected:
    QJsonObject draft() const override;
    QList<FieldError> faults() const override;

private:
    void build();
    void addRules(const Desk &desk);
    void loadRoles(const QString &now);
    DeskDraft typed() const;
    DeskPatch typedChange() const;
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
    AssignmentRuleBox *m_rule = nullptr; ///< as the two below: of a desk that there is
    QComboBox *m_role = nullptr;
    ApprovalTemplateBox *m_approval = nullptr;
    QString m_template; ///< the key of the chosen one
};

} // namespace Deskbell::App
