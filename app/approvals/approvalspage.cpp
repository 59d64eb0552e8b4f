// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvalspage.h"

#include "app/approvals/approvalcounter.h"
#include "app/approvals/approvaltasksmodel.h"
#include "app/approvals/proxiesdialog.h"
#include "app/approvals/vote.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/toolrow.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/popups.h"
#include "app/widgets/searchfield.h"
#include "common/events/event.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto approvalsId = "approvals"_L1;

void setWidths(PagedTable &table, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths)
        table.table().setColumnWidth(column++, width);
}

} // namespace

ApprovalsPage::ApprovalsPage(AppContext &context, MainWindow &window)
    : m_context(context)
    , m_window(window)
    , m_tasks(new ApprovalTasksModel(context, this))
    , m_requests(new AccessRequestsModel(context, this))
    , m_taskTable(new PagedTable(*m_tasks, this))
    , m_accessTable(new PagedTable(*m_requests, this))
    , m_state(new QComboBox(this))
    , m_open(new QPushButton(Icons::icon(u"ticket"), {}, this))
    , m_approve(new QPushButton(Icons::icon(u"check"), {}, this))
    , m_reject(new QPushButton(Icons::icon(u"close"), {}, this))
    , m_letIn(new QPushButton(Icons::icon(u"eye"), {}, this))
    , m_refuse(new QPushButton(Icons::icon(u"eye-off"), {}, this))
{
    setObjectName(u"approvalsPage"_s);
    buildTasks();
    buildAccess();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_taskTable, 2);
    layout->addWidget(m_accessTable, 1);
    connect(&context.events, &EventStream::received, this, &ApprovalsPage::eventReceived);
    connect(&context.events, &EventStream::resetRequired, this, &ApprovalsPage::refresh);
    connect(&context.settings, &Settings::changed, this, [this](const QByteArray &key) {
        if (key == Keys::singleKeys.key)
            showKeyHints();
    });
    retranslate();
}

void ApprovalsPage::buildTasks()
{
    m_taskTable->setObjectName(u"approvalTasks"_s);
    m_taskTable->search().hide();
    m_state->setObjectName(u"approvalsState"_s);
    m_open->setObjectName(u"approvalsOpen"_s);
    m_approve->setObjectName(u"approvalsApprove"_s);
    m_reject->setObjectName(u"approvalsReject"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_state, m_open, m_approve, m_reject})
        m_taskTable->addButton(widget);
    setWidths(*m_taskTable, {90, 260, 260, 140});
    addAction(u"approvals.approve"_s, QT_TR_NOOP("&Approve…"), Qt::Key_A,
              ApprovalDecision::Approve);
    addAction(u"approvals.reject"_s, QT_TR_NOOP("&Reject…"), Qt::Key_X, ApprovalDecision::Reject);
    connect(m_open, &QPushButton::clicked, this, &ApprovalsPage::openTicket);
    connect(m_taskTable, &PagedTable::rowActivated, this, &ApprovalsPage::openTicket);
    connect(m_approve, &QPushButton::clicked, this, [this] { ask(ApprovalDecision::Approve); });
    connect(m_reject, &QPushButton::clicked, this, [this] { ask(ApprovalDecision::Reject); });
    connect(m_state, &QComboBox::activated, this, &ApprovalsPage::reload);
    connect(m_taskTable, &PagedTable::currentRowChanged, this, &ApprovalsPage::updateButtons);
    connect(m_tasks, &PagedModelBase::stateChanged, this, &ApprovalsPage::updateButtons);
    connect(m_tasks, &QAbstractItemModel::rowsRemoved, this, &ApprovalsPage::updateButtons);
}

void ApprovalsPage::buildAccess()
{
    m_accessTable->setObjectName(u"accessRequests"_s);
    m_accessTable->search().hide();
    // Few are ever asked: the table is there when somebody was.
    m_accessTable->hide();
    m_letIn->setObjectName(u"accessLetIn"_s);
    m_refuse->setObjectName(u"accessRefuse"_s);
    m_accessTable->addButton(m_letIn);
    m_accessTable->addButton(m_refuse);
    setWidths(*m_accessTable, {90, 260, 160, 120});
    connect(m_letIn, &QPushButton::clicked, this,
            [this] { askAboutAccess(ApprovalDecision::Approve); });
    connect(m_refuse, &QPushButton::clicked, this,
            [this] { askAboutAccess(ApprovalDecision::Reject); });
    connect(m_accessTable, &PagedTable::currentRowChanged, this, &ApprovalsPage::updateButtons);
    const auto follow = [this] {
        m_accessTable->setVisible(m_requests->rowCount() > 0);
        updateButtons();
    };
    connect(m_requests, &PagedModelBase::stateChanged, this, follow);
    connect(m_requests, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_requests, &QAbstractItemModel::rowsInserted, this, follow);
}

/// Single keys work while the list has the focus.
void ApprovalsPage::addAction(const QString &id, const char *text, int key,
                              ApprovalDecision decision)
{
    QAction *action = m_window.actions().add({.id = id,
                                              .text = [text] { return tr(text); },
                                              .shortcuts = {QKeySequence(key)},
                                              .context = Qt::WidgetShortcut},
                                             this, [this, decision] { ask(decision); });
    m_taskTable->table().addAction(action);
}

void ApprovalsPage::showEntry(const QString &)
{
    reload();
    m_requests->setSource(u"/access-requests"_s, {});
    m_taskTable->table().setFocus();
    showKeyHints();
}

void ApprovalsPage::reload()
{
    const auto state = fromWire<ApprovalTasks>(m_state->currentData().toString());
    m_tasks->setSource(u"/approvals"_s,
                       {{u"state"_s, QString(toWire(state.value_or(ApprovalTasks::Pending)))}});
}

void ApprovalsPage::refresh()
{
    m_tasks->refresh();
    m_requests->refresh();
}

void ApprovalsPage::eventReceived(const Event &event)
{
    switch (event.type) {
    case EventType::ApprovalRequested:
    case EventType::ApprovalDecided:
    case EventType::ApprovalStuck:
    case EventType::TicketUpdated:
    case EventType::TicketDeleted:
    case EventType::TicketHidden:
        if (isVisible())
            m_tasks->refresh();
        break;
    case EventType::AccessRequested:
        if (isVisible())
            m_requests->refresh();
        break;
    default: break;
    }
}

void ApprovalsPage::updateButtons()
{
    const auto chosen = [](const PagedTable &table, const PagedModelBase &model) {
        return table.currentRow() >= 0 && table.currentRow() < model.rowCount();
    };
    const bool task = chosen(*m_taskTable, *m_tasks);
    const bool pending = task && !m_tasks->entryAt(m_taskTable->currentRow()).decision;
    m_open->setEnabled(task);
    m_approve->setEnabled(pending);
    m_reject->setEnabled(pending);
    const bool request = chosen(*m_accessTable, *m_requests);
    m_letIn->setEnabled(request);
    m_refuse->setEnabled(request);
}

void ApprovalsPage::showKeyHints()
{
    Q_EMIT keyHintsChanged(m_context.settings.value(Keys::singleKeys)
                                   ? tr("Enter open · A approve · X reject")
                                   : QString());
}

void ApprovalsPage::openTicket()
{
    if (m_open->isEnabled())
        m_window.open(u"ticket"_s, m_tasks->entryAt(m_taskTable->currentRow()).ticket.number);
}

void ApprovalsPage::ask(ApprovalDecision decision)
{
    if (!m_approve->isEnabled())
        return;
    const ApprovalTask task = m_tasks->entryAt(m_taskTable->currentRow());
    const QString title = decision == ApprovalDecision::Approve
                                  ? tr("Approve %1?").arg(task.ticket.number)
                                  : tr("Reject %1?").arg(task.ticket.number);
    askForVote(this, decision, title, [this, task](const ApprovalVote &said) {
        // The list may have changed while the question was open.
        for (int row = 0; row < m_tasks->rowCount(); ++row) {
            if (m_tasks->entryAt(row).id == task.id) {
                vote(row, said);
                return;
            }
        }
        Popups::of(this).info(tr("%1 does not wait for you any more").arg(task.ticket.number));
    });
}

void ApprovalsPage::vote(int row, const ApprovalVote &vote)
{
    const ApprovalTask task = m_tasks->takeOut(row);
    const Api::Request request = voteRequest(task.ticket.id, vote);
    m_context.client.send(request, this, [=, this](const Result<Api::Answer> &answer) {
        using Outcome = ApprovalTasksModel::Outcome;
        m_tasks->settle(row, task, answer ? Outcome::Agreed : Outcome::Refused);
        const QString number = task.ticket.number;
        const bool approves = vote.decision == ApprovalDecision::Approve;
        if (answer) {
            Popups::of(this).success(approves ? tr("You approved %1").arg(number)
                                              : tr("You rejected %1").arg(number));
        } else {
            Popups::of(this).error(approves ? tr("%1 could not be approved").arg(number)
                                            : tr("%1 could not be rejected").arg(number),
                                   answer.error());
        }
        Q_EMIT settled();
    });
}

void ApprovalsPage::askAboutAccess(ApprovalDecision decision)
{
    const int row = m_accessTable->currentRow();
    if (row < 0 || row >= m_requests->rowCount())
        return;
    if (decision == ApprovalDecision::Approve) {
        decideAccess(row, decision, {}); // a grant can be taken back
        return;
    }
    const AccessRequest request = m_requests->entryAt(row);
    const Question question{
            .title = tr("Refuse %1?").arg(request.person.displayName),
            .text = tr("%1 is not told, because that would tell that there is such a ticket.")
                            .arg(request.person.displayName),
            .verb = tr("Refuse"),
            .reasonLabel = tr("&Comment for the log (may stay empty)"),
            .reasonNeeded = false};
    ConfirmDialog::ask(this, question, [this, request](const Decision &answer) {
        if (!answer.accepted)
            return;
        for (int i = 0; i < m_requests->rowCount(); ++i) {
            if (m_requests->entryAt(i).id == request.id) {
                decideAccess(i, ApprovalDecision::Reject, answer.reason);
                return;
            }
        }
    });
}

void ApprovalsPage::decideAccess(int row, ApprovalDecision decision, const QString &comment)
{
    const AccessRequest request = m_requests->takeOut(row);
    const QString path = u"/access-requests/%1/decision"_s.arg(request.id.value());
    const AccessDecision body{.decision = decision, .comment = comment};
    m_context.client.send(
            Api::Request::post(path, toJson(body)), this,
            [=, this](const Result<Api::Answer> &answer) {
                using Outcome = AccessRequestsModel::Outcome;
                m_requests->settle(row, request, answer ? Outcome::Agreed : Outcome::Refused);
                const QString who = request.person.displayName;
                if (!answer)
                    Popups::of(this).error(tr("The request of %1 could not be decided").arg(who),
                                           answer.error());
                else if (decision == ApprovalDecision::Approve)
                    Popups::of(this).success(
                            tr("%1 may see %2 now").arg(who, request.ticket.number));
                else
                    Popups::of(this).success(tr("The request of %1 is refused").arg(who));
                Q_EMIT settled();
            });
}

void ApprovalsPage::retranslate()
{
    m_taskTable->setWords({.title = tr("Approvals"),
                           .searchHint = {},
                           .emptyTitle = tr("Nothing to decide"),
                           .emptyText = tr("Whatever waits for your decision appears here."),
                           .failed = tr("The approvals could not be loaded")});
    m_accessTable->setWords({.title = tr("Requests for access"),
                             .searchHint = {},
                             .emptyTitle = {},
                             .emptyText = {},
                             .failed = tr("The requests for access could not be loaded")});
    m_open->setText(tr("Open"));
    m_approve->setText(tr("Approve…"));
    m_reject->setText(tr("Reject…"));
    m_letIn->setText(tr("Let in"));
    m_refuse->setText(tr("Refuse…"));
    const int chosen = qMax(0, m_state->currentIndex());
    m_state->clear();
    m_state->addItem(tr("Waiting for me"), QString(toWire(ApprovalTasks::Pending)));
    m_state->addItem(tr("Decided"), QString(toWire(ApprovalTasks::Decided)));
    m_state->setCurrentIndex(chosen);
    m_state->setAccessibleName(tr("Which approvals"));
    updateButtons();
}

void ApprovalsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_tasks->retranslate();
        m_requests->retranslate();
        showKeyHints();
    }
    PageWidget::changeEvent(event);
}

void installApprovals(Registry &registry)
{
    registry.registerPage(
            approvalsId, EntrySpec::Section::MyWork,
            [] { return QCoreApplication::translate("ApprovalsPage", "Approvals"); }, u"check"_s,
            holding(Permission::ApprovalDecide),
            [](AppContext &context, MainWindow &window) -> PageWidget * {
                auto *page = new ApprovalsPage(context, window);
                if (auto *counter = window.findChild<ApprovalCounter *>()) {
                    QObject::connect(page, &ApprovalsPage::settled, counter,
                                     &ApprovalCounter::refreshSoon);
                }
                return page;
            });
    registry.onWindow([](AppContext &context, MainWindow &window) {
        new ApprovalCounter(context, window);
        QAction *proxies = window.actions().add(
                {.id = u"account.proxies"_s,
                 .text
                 = [] { return QCoreApplication::translate("ApprovalsPage", "My &stand-ins…"); },
                 .menu = MenuPlace::File,
                 .section = 2,
                 .icon = u"users"_s},
                &window, [&context, &window] { (new ProxiesDialog(context, &window))->open(); });
        showTo(proxies, context.session, holding(Permission::ApprovalDecide));
        window.toolRow().addAccountAction(proxies);
    });
}

} // namespace Deskbell::App
