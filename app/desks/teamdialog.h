// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/desks/team.h"

class QLineEdit;
class QListWidget;

namespace Deskbell::App {

class AssignmentRuleBox;
class SearchField;

/// Makes a team of a desk, or changes one and its members: they come first, below them whoever
/// works for the desk and is searched for.
class TeamDialog : public DraftDialog<TeamDraft>
{
    Q_OBJECT

public:
    /// `team`: null for a new one of that desk.
    TeamDialog(AppContext &context, DeskId desk, const Team *team, QWidget *parent);

protected:
    TeamDraft typed() const override;

private:
    void findPeople();
    void addPerson(const PersonRef &person, Qt::CheckState state);

    QLineEdit *m_name;
    QLineEdit *m_description;
    SearchField *m_search;
    QListWidget *m_members;
    AssignmentRuleBox *m_rule;
};

} // namespace Deskbell::App
