// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/teamdialog.h"

#include "app/accounts/people.h"
#include "app/desks/assignmentrulebox.h"
#include "app/shell/appcontext.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/searchfield.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int idRole = Qt::UserRole;

TeamDraft draftOf(DeskId desk, const Team *team)
{
    if (!team)
        return {.desk = desk};
    TeamDraft draft{.desk = desk,
                    .name = team->name,
                    .description = team->description,
                    .assignmentRule = team->assignmentRule};
    for (const PersonRef &member : team->members)
        draft.members.append(member.id);
    return draft;
}

} // namespace

TeamDialog::TeamDialog(AppContext &context, DeskId desk, const Team *team, QWidget *parent)
    : DraftDialog(context, u"/teams"_s,
                  team ? std::optional(Target{.id = team->id.value(), .version = team->version})
                       : std::nullopt,
                  draftOf(desk, team), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_description(new QLineEdit(before().description, this))
    , m_search(new SearchField(this))
    , m_members(new QListWidget(this))
    , m_rule(new AssignmentRuleBox(before().assignmentRule, this))
{
    setObjectName(u"teamDialog"_s);
    setWindowTitle(team ? tr("Edit %1").arg(team->name) : tr("New team"));
    resize(width(), 480);
    m_search->setObjectName(u"peopleSearch"_s);
    m_search->setPlaceholderText(tr("Search people of the desk"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_members->setAccessibleName(tr("Members"));
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
    form().addRow(tr("&Members"), m_search);
    addField(u"members"_s, {}, m_members);
    addField(u"assignmentRule"_s, tr("&Tickets go"), m_rule);
    m_rule->setToolTip(tr("To whom of the team tickets go that become the team's and that nobody "
                          "has. Who is away is passed over."));
    if (team) {
        for (const PersonRef &member : team->members)
            addPerson(member, Qt::Checked);
    }
    connect(m_search, &SearchField::searchChanged, this, &TeamDialog::findPeople);
    findPeople();
}

void TeamDialog::addPerson(const PersonRef &person, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(person.displayName, m_members);
    item->setData(idRole, person.id.value());
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

/// Who is ticked stays in the list whatever is searched for.
void TeamDialog::findPeople()
{
    const PeopleQuery query{
            .desk = before().desk, .staffOnly = true, .search = m_search->text().trimmed()};
    fetchPeople(context(), query, this, [this](const Result<QList<PersonRef>> &people) {
        if (!people) {
            notice().showError(people.error());
            return;
        }
        QSet<qint64> there;
        for (int row = m_members->count() - 1; row >= 0; --row) {
            if (m_members->item(row)->checkState() == Qt::Checked)
                there.insert(m_members->item(row)->data(idRole).toLongLong());
            else
                delete m_members->takeItem(row);
        }
        for (const PersonRef &person : *people) {
            if (!there.contains(person.id.value()))
                addPerson(person, Qt::Unchecked);
        }
    });
}

TeamDraft TeamDialog::typed() const
{
    TeamDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.assignmentRule = m_rule->chosen();
    draft.members.clear();
    for (int row = 0; row < m_members->count(); ++row) {
        if (m_members->item(row)->checkState() == Qt::Checked)
            draft.members.append(AccountId(m_members->item(row)->data(idRole).toLongLong()));
    }
    return draft;
}

} // namespace Deskbell::App
