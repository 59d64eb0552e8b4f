// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvaltemplatespage.h"

#include "app/approvals/approvaltemplatedialog.h"
#include "app/approvals/approvaltext.h"
#include "app/net/session.h"
#include "app/shell/registry.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ApprovalTemplatesPage::ApprovalTemplatesPage(AppContext &context)
    : m_list(new ManagedListOf<ApprovalTemplate>(context, kind(context), this))
{
    setObjectName(u"approvalTemplatesPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void ApprovalTemplatesPage::showEntry(const QString &)
{
    m_list->load(u"/approval-templates"_s);
}

ManagedKind<ApprovalTemplate> ApprovalTemplatesPage::kind(AppContext &context)
{
    const auto steps = [](const ApprovalTemplate &one) {
        QStringList lines;
        for (const ApprovalStep &step : one.steps)
            lines.append(ApprovalText::line(step));
        return lines.join(u" → "_s);
    };
    return {.name = u"approvalTemplates"_s,
            .path = u"/approval-templates"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const ApprovalTemplate &one) { return one.name; },
                         .width = 220},
                        {.title = [] { return tr("Desk"); },
                         .text = [](const ApprovalTemplate &one) { return one.desk.name; },
                         .width = 160},
                        {.title = [] { return tr("Steps"); }, .text = steps}},
            .needed = Permission::ApprovalManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table
                                = {.title = tr("Approval templates"),
                                   .searchHint = tr("Search templates"),
                                   .emptyTitle = tr("No template found"),
                                   .emptyText = tr("New template makes one."),
                                   .failed = tr("The approval templates could not be loaded")},
                                .add = tr("New template…"),
                                .deletionText = tr("Approvals that have begun go on with it. One "
                                                   "that a desk, a category or an open ticket "
                                                   "names stays."),
                                .deletionVerb = tr("Delete template")};
                    },
            .dialog = [&context](const ApprovalTemplate *one, QWidget *parent) -> EntityDialog * {
                return new ApprovalTemplateDialog(context, one, parent);
            },
            .events = {EventType::DeskUpdated}};
}

void installApprovalTemplates(Registry &registry)
{
    registry.registerPage(
            u"approvalTemplates"_s, EntrySpec::Section::Tools,
            [] {
                return QCoreApplication::translate("ApprovalTemplatesPage", "Approval templates");
            },
            u"flag"_s, holding(Permission::ApprovalManage),
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new ApprovalTemplatesPage(context);
            });
}

} // namespace Deskbell::App
