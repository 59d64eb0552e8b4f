// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/slapoliciespage.h"

#include "app/net/session.h"
#include "app/shell/registry.h"
#include "app/sla/slapolicydialog.h"
#include "app/sla/slatext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString goalText(const std::optional<int> &minutes)
{
    return minutes ? SlaText::businessTime(*minutes) : u"–"_s;
}

} // namespace

SlaPoliciesPage::SlaPoliciesPage(AppContext &context)
    : m_list(new ManagedListOf<SlaPolicy>(context, kind(context), this))
{
    setObjectName(u"slaPoliciesPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void SlaPoliciesPage::showEntry(const QString &)
{
    m_list->load(u"/sla-policies"_s);
}

ManagedKind<SlaPolicy> SlaPoliciesPage::kind(AppContext &context)
{
    return {.name = u"slaPolicies"_s,
            .path = u"/sla-policies"_s,
            .columns
            = {{.title = [] { return tr("Name"); },
                .text = [](const SlaPolicy &one) { return one.name; },
                .width = 170},
               {.title = [] { return tr("Desk"); },
                .text = [](const SlaPolicy &one) { return one.desk.name; },
                .width = 110},
               {.title = [] { return tr("For"); }, .text = &SlaText::scope, .width = 190},
               {.title = [] { return tr("First response"); },
                .text = [](const SlaPolicy &one) { return goalText(one.firstResponseMinutes); },
                .width = 150},
               {.title = [] { return tr("Resolution"); },
                .text = [](const SlaPolicy &one) { return goalText(one.resolutionMinutes); },
                .width = 150},
               {.title = [] { return tr("Calendar"); },
                .text =
                        [](const SlaPolicy &one) {
                            return one.calendar.name;
                        }}},
            .needed = Permission::SlaManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Service levels"),
                                          .searchHint = tr("Search service levels"),
                                          .emptyTitle = tr("No service level found"),
                                          .emptyText = tr("New service level makes one."),
                                          .failed = tr("The service levels could not be loaded")},
                                .add = tr("New service level…"),
                                .deletionText = tr("Open tickets go by what is left. What was "
                                                   "finished stays as it was judged."),
                                .deletionVerb = tr("Delete service level")};
                    },
            .dialog = [&context](const SlaPolicy *one, QWidget *parent) -> EntityDialog * {
                return new SlaPolicyDialog(context, one, parent);
            },
            .events = {EventType::DeskUpdated}};
}

void installSlaPolicies(Registry &registry)
{
    registry.registerPage(
            u"slaPolicies"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("SlaPoliciesPage", "Service levels"); },
            u"clock"_s, holding(Permission::SlaManage),
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new SlaPoliciesPage(context);
            });
}

} // namespace Deskbell::App
