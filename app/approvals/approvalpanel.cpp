// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvalpanel.h"

#include "app/approvals/approvaltext.h"
#include "app/approvals/reassigndialog.h"
#include "app/approvals/vote.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/popups.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString approvalMark(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Waiting: return u"○"_s;
    case ApprovalState::Pending: return u"●"_s;
    case ApprovalState::Approved: return u"✓"_s;
    case ApprovalState::Rejected:
    case ApprovalState::Expired:
    case ApprovalState::Cancelled: return u"✕"_s;
    }
    Q_UNREACHABLE();
}

QString placeMark(const Approver &approver)
{
    if (!approver.decision)
        return approver.counts() && approver.available ? u"…"_s : u"–"_s;
    return *approver.decision == ApprovalDecision::Approve ? u"✓"_s : u"✕"_s;
}

void emptyOut(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout())
            emptyOut(inner);
        delete item->widget();
        delete item;
    }
}

} // namespace

ApprovalPanel::ApprovalPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"approvalPanel"_s);
    m_layout->setContentsMargins(Metrics::margin + 4, Metrics::margin, Metrics::margin + 4, 0);
    m_layout->setSpacing(2);
    hide();
}

void ApprovalPanel::setTicket(const Ticket &ticket)
{
    const bool another = ticket.id != m_ticket.id;
    m_ticket = ticket;
    if (!another)
        return;
    m_processes.clear();
    m_error.reset();
    m_showsEarlier = false;
    m_busy = false;
    fill();
    refresh();
}

void ApprovalPanel::refresh()
{
    if (!m_ticket.id.isValid())
        return;
    m_call = m_context.client.get<Page<ApprovalProcess>>(
            u"/tickets/%1/approvals"_s.arg(m_ticket.id.value()), this,
            [this](const Result<Page<ApprovalProcess>> &page) { arrived(page); });
}

void ApprovalPanel::arrived(const Result<Page<ApprovalProcess>> &page)
{
    if (page) {
        if (page->data == m_processes && !m_error)
            return;
        m_processes = page->data;
        m_error.reset();
    } else if (m_processes.isEmpty() && page.error().code != ErrorCode::NotFound) {
        m_error = page.error();
    }
    fill();
}

QLabel *ApprovalPanel::addLine(const QString &text, int indent)
{
    auto *line = new QLabel(text, this);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setContentsMargins(indent, 0, 0, 0);
    m_layout->addWidget(line);
    return line;
}

void ApprovalPanel::fill()
{
    emptyOut(m_layout);
    if (m_error)
        addFailure();
    else if (!m_processes.isEmpty())
        addProcess(m_processes.first());
    if (m_processes.size() > 1)
        addEarlier();
    setVisible(m_error || !m_processes.isEmpty());
}

void ApprovalPanel::addFailure()
{
    addLine(tr("The approvals could not be loaded. %1").arg(sentence(*m_error)))
            ->setObjectName(u"approvalFailure"_s);
    auto *retry = new QPushButton(tr("Try again"), this);
    retry->setObjectName(u"approvalRetry"_s);
    connect(retry, &QPushButton::clicked, this, &ApprovalPanel::refresh);
    m_layout->addWidget(retry);
}

void ApprovalPanel::addProcess(const ApprovalProcess &process)
{
    auto *head = new QHBoxLayout;
    auto *caption = new QLabel(tr("Approval"), this);
    caption->setFont(Fonts::caption());
    caption->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(caption);
    head->addStretch();
    auto *badge = new Badge(ApprovalText::badge(process.state), this);
    badge->setObjectName(u"approvalState"_s);
    badge->setAccessibleName(tr("Approval: %1").arg(ApprovalText::state(process.state)));
    head->addWidget(badge);
    m_layout->addLayout(head);
    QLabel *name = addLine(process.approvalTemplate.name);
    name->setFont(Fonts::bodyBold());
    const QString asked = process.startedBy ? process.startedBy->displayName : QString();
    if (!asked.isEmpty())
        name->setToolTip(tr("Asked for by %1, %2").arg(asked, TimeText::exact(process.startedAt)));
    for (const ApprovalProcessStep &step : process.steps)
        addStep(process, step);
    if (&process == &m_processes.first())
        addButtons(process);
}

void ApprovalPanel::addStep(const ApprovalProcess &process, const ApprovalProcessStep &step)
{
    const bool current = step.state == ApprovalState::Pending;
    const QString words = tr("%1 (%2)").arg(step.name, ApprovalText::mode(step));
    QLabel *line = addLine(approvalMark(step.state) + u"  "_s + words);
    line->setObjectName(current ? u"currentApprovalStep"_s : u"approvalStep"_s);
    line->setAccessibleName(tr("Step %1: %2").arg(words, ApprovalText::state(step.state)));
    if (current)
        line->setFont(Fonts::bodyBold());
    else
        line->setForegroundRole(QPalette::PlaceholderText);
    if (step.approvers.isEmpty() && step.state == ApprovalState::Waiting) {
        QLabel *asked = addLine(ApprovalText::asked(step.people, step.roles), 5 * Metrics::unit);
        asked->setFont(Fonts::small());
        asked->setForegroundRole(QPalette::PlaceholderText);
    }
    for (const Approver &approver : step.approvers)
        addApprover(approver);
    if (current && process.stuck) {
        QLabel *why = addLine(ApprovalText::stuck(*process.stuck), 5 * Metrics::unit);
        why->setObjectName(u"approvalStuck"_s);
        QPalette palette = why->palette();
        palette.setColor(QPalette::WindowText, Theme::tokens().danger);
        why->setPalette(palette);
    }
}

void ApprovalPanel::addApprover(const Approver &approver)
{
    const QString words = approver.person.displayName + u": "_s
                          + ApprovalText::place(approver, m_context.clock.now());
    QLabel *line = addLine(placeMark(approver) + u"  "_s + words, 5 * Metrics::unit);
    line->setObjectName(u"approver"_s);
    line->setFont(Fonts::small());
    line->setAccessibleName(words);
    if (approver.decidedAt.isValid())
        line->setToolTip(TimeText::exact(approver.decidedAt));
    if (!approver.counts())
        line->setForegroundRole(QPalette::PlaceholderText);
    if (approver.comment.isEmpty())
        return;
    QLabel *comment = addLine(tr("“%1”").arg(approver.comment), 9 * Metrics::unit);
    comment->setObjectName(u"approverComment"_s);
    comment->setFont(Fonts::small());
    comment->setForegroundRole(QPalette::PlaceholderText);
}

void ApprovalPanel::addButtons(const ApprovalProcess &process)
{
    if (process.state != ApprovalState::Pending)
        return;
    const auto add = [this](QHBoxLayout *row, const QString &text, const QString &name,
                            ButtonLook look, auto run) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setEnabled(!m_busy);
        setButtonLook(button, look);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button, 1);
    };
    m_layout->addSpacing(Metrics::unit);
    if (process.mayDecide) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Metrics::gap);
        add(row, tr("Approve…"), u"approvalApprove"_s, ButtonLook::Primary,
            [this] { ask(ApprovalDecision::Approve); });
        add(row, tr("Reject…"), u"approvalReject"_s, ButtonLook::Normal,
            [this] { ask(ApprovalDecision::Reject); });
        m_layout->addLayout(row);
    }
    if (m_context.session.me().grants.holds(Permission::ApprovalManage, m_ticket.desk.id)) {
        auto *row = new QHBoxLayout;
        add(row, tr("Ask somebody else…"), u"approvalReassign"_s, ButtonLook::Normal,
            [this] { reassign(); });
        m_layout->addLayout(row);
    }
}

/// What went before: one line that opens.
void ApprovalPanel::addEarlier()
{
    auto *more = new QToolButton(this);
    more->setObjectName(u"approvalEarlier"_s);
    more->setText(tr("%n earlier approval(s)", nullptr, int(m_processes.size()) - 1));
    more->setArrowType(m_showsEarlier ? Qt::DownArrow : Qt::RightArrow);
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setButtonLook(more, ButtonLook::Quiet);
    // Later, because filling anew deletes the button that is pressed.
    connect(
            more, &QToolButton::clicked, this,
            [this] {
                m_showsEarlier = !m_showsEarlier;
                fill();
                if (auto *again = findChild<QToolButton *>(u"approvalEarlier"_s))
                    again->setFocus();
            },
            Qt::QueuedConnection);
    m_layout->addWidget(more);
    if (!m_showsEarlier)
        return;
    for (qsizetype i = 1; i < m_processes.size(); ++i)
        addProcess(m_processes[i]);
}

void ApprovalPanel::ask(ApprovalDecision decision)
{
    const bool approves = decision == ApprovalDecision::Approve;
    const QString number = m_ticket.number;
    askForVote(this, decision,
               approves ? tr("Approve %1?").arg(number) : tr("Reject %1?").arg(number),
               [this, approves, number, ticket = m_ticket.id](const ApprovalVote &vote) {
                   send(voteRequest(ticket, vote),
                        approves ? tr("%1 is approved by you").arg(number)
                                 : tr("%1 is rejected").arg(number),
                        approves ? tr("%1 could not be approved").arg(number)
                                 : tr("%1 could not be rejected").arg(number));
               });
}

void ApprovalPanel::reassign()
{
    if (m_processes.isEmpty() || m_processes.first().currentStep() < 0)
        return;
    const ApprovalProcess &process = m_processes.first();
    auto *dialog
            = new ReassignDialog(m_context, m_ticket, process.steps[process.currentStep()], this);
    connect(dialog, &ReassignDialog::reassigned, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    dialog->open();
}

void ApprovalPanel::send(const Api::Request &request, const QString &done, const QString &failed)
{
    m_busy = true;
    fill();
    const TicketId ticket = m_ticket.id;
    m_context.client.send(request, this, [=, this](const Result<Api::Answer> &answer) {
        if (answer)
            Popups::of(this).success(done);
        else
            Popups::of(this).error(failed, answer.error(),
                                   [=, this] { send(request, done, failed); });
        if (ticket != m_ticket.id)
            return; // another one is open by now
        m_busy = false;
        fill();
        // Whether it went or not: what the server says now counts.
        refresh();
        Q_EMIT changed();
    });
}

void ApprovalPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
