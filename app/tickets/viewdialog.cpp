// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/viewdialog.h"

#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int teamRole = Qt::UserRole + 1;

} // namespace

ViewDialog::ViewDialog(AppContext &context, const ViewDraft &draft, const SavedView *view,
                       QWidget *parent)
    : DraftDialog(context, u"/views"_s,
                  view ? std::optional(Target{.id = view->id.value(), .version = view->version})
                       : std::nullopt,
                  draft, parent)
    , m_name(new QLineEdit(draft.name, this))
    , m_query(new QLineEdit(draft.q, this))
    , m_scope(new QComboBox(this))
{
    setObjectName(u"viewDialog"_s);
    setWindowTitle(view ? tr("Edit %1").arg(view->name) : tr("Save as a view"));
    m_name->setPlaceholderText(tr("What the tickets in it have in common"));
    m_query->setPlaceholderText(tr("All tickets"));
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"q"_s, tr("&Looks for"), m_query);
    addField(u"scope"_s, tr("&Who has it"), m_scope);
    offerScopes(view);
}

void ViewDialog::offerScopes(const SavedView *view)
{
    m_scope->addItem(tr("Only me"), int(ViewScope::Personal));
    const Session &session = context().session;
    if (view && view->team) {
        m_scope->addItem(tr("Team %1").arg(view->team->name), int(ViewScope::Team));
        m_scope->setItemData(m_scope->count() - 1, view->team->id.value(), teamRole);
    }
    if (mayKeepView(session.me().grants, ViewScope::Global, {}))
        m_scope->addItem(tr("Everybody who works on tickets"), int(ViewScope::Global));
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(int(before().scope))));
    if (!session.can(Permission::TeamManage))
        return;
    fetchTeams(context(), {}, this, [this](const Result<QList<TeamRef>> &teams) {
        if (!teams)
            return;
        for (const TeamRef &team : *teams) {
            if (m_scope->findData(team.id.value(), teamRole) >= 0)
                continue;
            m_scope->addItem(tr("Team %1").arg(team.name), int(ViewScope::Team));
            m_scope->setItemData(m_scope->count() - 1, team.id.value(), teamRole);
        }
    });
}

ViewDraft ViewDialog::typed() const
{
    ViewDraft draft = before();
    draft.name = m_name->text().trimmed();
    draft.q = m_query->text().trimmed();
    draft.scope = ViewScope(m_scope->currentData().toInt());
    draft.team = TeamId(m_scope->currentData(teamRole).toLongLong());
    return draft;
}

} // namespace Deskbell::App
