// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organisations/organisationspage.h"

#include "app/net/session.h"
#include "app/organisations/organisationdialog.h"
#include "app/shell/registry.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

OrganisationsPage::OrganisationsPage(AppContext &context)
    : m_list(new ManagedListOf<Organisation>(context, kind(context), this))
{
    setObjectName(u"organisationsPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void OrganisationsPage::showEntry(const QString &)
{
    m_list->load(u"/organisations"_s);
}

ManagedKind<Organisation> OrganisationsPage::kind(AppContext &context)
{
    return {.name = u"organisations"_s,
            .path = u"/organisations"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const Organisation &one) { return one.name; },
                         .width = 280},
                        {.title = [] { return tr("Description"); },
                         .text =
                                 [](const Organisation &one) {
                                     return one.description.simplified();
                                 }}},
            .needed = Permission::UserManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Organisations"),
                                          .searchHint = tr("Search organisations"),
                                          .emptyTitle = tr("No organisation found"),
                                          .emptyText = tr("New organisation makes one."),
                                          .failed = tr("The organisations could not be loaded")},
                                .add = tr("New organisation…"),
                                .deletionText = tr("Its people stay, and belong to none."),
                                .deletionVerb = tr("Delete organisation")};
                    },
            .dialog
            = [&context](const Organisation *one,
                         QWidget *parent) { return new OrganisationDialog(context, one, parent); },
            .events = {EventType::OrganisationUpdated},
            .search = ManagedList::Search::OnServer};
}

void installOrganisations(Registry &registry)
{
    registry.registerPage(
            u"organisations"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("OrganisationsPage", "Organisations"); },
            u"globe"_s,
            [](const Session &session) {
                return session.me().grants.holdsGlobally(Permission::UserManage);
            },
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new OrganisationsPage(context);
            });
}

} // namespace Deskbell::App
