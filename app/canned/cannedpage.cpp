// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canned/cannedpage.h"

#include "app/canned/canneddialog.h"
#include "app/canned/cannedtext.h"
#include "app/net/session.h"
#include "app/shell/registry.h"
#include "app/widgets/markdown.h"

#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

bool usesCanned(const Session &session)
{
    return usesCannedReplies(session.me().grants);
}

} // namespace

CannedPage::CannedPage(AppContext &context)
    : m_list(new ManagedListOf<CannedReply>(context, kind(context), this))
{
    setObjectName(u"cannedPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void CannedPage::showEntry(const QString &)
{
    m_list->load(u"/canned-replies"_s);
}

ManagedKind<CannedReply> CannedPage::kind(AppContext &context)
{
    return {.name = u"canned"_s,
            .path = u"/canned-replies"_s,
            .columns
            = {{.title = [] { return tr("Name"); },
                .text = [](const CannedReply &one) { return one.name; },
                .width = 180},
               {.title = [] { return tr("Who has it"); }, .text = &CannedText::scope, .width = 150},
               {.title = [] { return tr("For"); },
                .text =
                        [](const CannedReply &one) {
                            return one.text.isEmpty() ? tr("Any message")
                                   : one.isInternal   ? tr("Notes")
                                                      : tr("Replies");
                        },
                .width = 110},
               {.title = [] { return tr("What it does"); },
                .text = [](const CannedReply &one) { return CannedText::actions(one); },
                .width = 260},
               {.title = [] { return tr("Text"); },
                .text =
                        [](const CannedReply &one) {
                            return Markdown::toPlainText(one.text);
                        }}},
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Canned replies"),
                                          .searchHint = tr("Search canned replies"),
                                          .emptyTitle = tr("No canned reply found"),
                                          .emptyText = tr("New canned reply makes one."),
                                          .failed = tr("The canned replies could not be loaded")},
                                .add = tr("New canned reply…"),
                                .deletionText = tr("Messages that were written with it stay."),
                                .deletionVerb = tr("Delete canned reply")};
                    },
            .dialog = [&context](const CannedReply *one, QWidget *parent) -> EntityDialog * {
                return new CannedDialog(context, one, parent);
            },
            .events = {EventType::CannedReplyUpdated},
            .keepers = &usesCanned,
            .mayChange =
                    [&context](const CannedReply &one) {
                        return mayKeepCanned(context.session.me().grants, one.scope,
                                             one.desk ? one.desk->id : DeskId());
                    }};
}

void installCannedReplies(Registry &registry)
{
    registry.registerPage(
            u"cannedReplies"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("CannedPage", "Canned replies"); }, u"quote"_s,
            &usesCanned,
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new CannedPage(context);
            });
}

} // namespace Deskbell::App
