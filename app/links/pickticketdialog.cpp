// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/links/pickticketdialog.h"

#include "app/links/linktext.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketlistview.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/markdownview.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

PickTicketDialog::PickTicketDialog(AppContext &context, const Ticket &ticket, Purpose purpose,
                                   QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ticket(ticket)
    , m_purpose(purpose)
    , m_search(new SearchField(this))
    , m_kind(new QComboBox(this))
    , m_model(new TicketListModel(context.client, this))
    , m_list(new TicketListView(context.clock))
    , m_state(new StateView(m_list, this))
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_description(new MarkdownView(this))
    , m_consequence(new QLabel(this))
    , m_do(new QPushButton(this))
{
    const bool merges = purpose == Purpose::Merge;
    setObjectName(merges ? u"mergeDialog"_s : u"linkDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(merges ? tr("Merge %1 into another ticket").arg(ticket.number)
                          : tr("Link %1 with another ticket").arg(ticket.number));
    resize(860, 520);
    m_search->setObjectName(u"pickSearch"_s);
    m_search->setPlaceholderText(tr("Number or words of the other ticket"));
    m_search->installEventFilter(this);
    m_kind->setObjectName(u"linkKind"_s);
    m_kind->setAccessibleName(tr("What the other ticket is"));
    m_kind->setVisible(!merges);
    for (const LinkKind kind : {LinkKind::Related, LinkKind::Parent, LinkKind::Child})
        m_kind->addItem(linkWord(kind), QString(toWire(kind)));
    m_list->setObjectName(u"pickList"_s);
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_title->setFont(Fonts::heading());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_description->setObjectName(u"pickDescription"_s);
    m_description->setAccessibleName(tr("Description"));
    m_consequence->setWordWrap(true);
    m_consequence->setTextFormat(Qt::PlainText);
    m_do->setObjectName(u"pickDo"_s);
    m_do->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_kind);
    top->addWidget(m_search, 1);
    auto *preview = new QVBoxLayout;
    preview->setSpacing(Metrics::gap);
    preview->addWidget(m_title);
    preview->addWidget(m_facts);
    preview->addWidget(m_description, 1);
    preview->addStretch();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metrics::margin);
    middle->addWidget(m_state, 1);
    middle->addLayout(preview, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_consequence, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::margin);
    column->addLayout(top);
    column->addLayout(middle, 1);
    column->addLayout(buttons);

    connect(m_search, &SearchField::searchChanged, this, &PickTicketDialog::search);
    connect(m_model, &TicketListModel::stateChanged, this, &PickTicketDialog::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PickTicketDialog::showState);
    connect(m_list, &TicketListView::currentRowChanged, this, &PickTicketDialog::showPreview);
    connect(m_list, &TicketListView::detachRequested, this, &PickTicketDialog::choose);
    connect(m_state, &StateView::retryRequested, m_model, &TicketListModel::refresh);
    connect(m_do, &QPushButton::clicked, this, &PickTicketDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    search({});
    showPreview();
    m_search->setFocus();
}

/// Without words those of the same person: of these one is most likely meant.
void PickTicketDialog::search(const QString &words)
{
    TicketFilter filter{.search = words.trimmed().left(maxSearchLength)};
    // Only what the same person asked for can be merged.
    if (m_purpose == Purpose::Merge || filter.search.isEmpty())
        filter.requester.ids = {m_ticket.requester.id};
    m_model->setFilter(filter);
}

void PickTicketDialog::showState()
{
    if (m_model->rowCount() > 0) {
        m_state->showContent();
        if (!m_list->currentIndex().isValid()) {
            const bool selfFirst = m_model->ticketAt(0).id == m_ticket.id;
            m_list->setCurrentIndex(m_model->index(selfFirst && m_model->rowCount() > 1 ? 1 : 0));
        }
        return;
    }
    switch (m_model->state()) {
    case TicketListModel::State::Loading: return m_state->showLoading();
    case TicketListModel::State::Failed:
        return m_state->showError(tr("The tickets could not be loaded"), m_model->error());
    case TicketListModel::State::Ready:
        return m_state->showEmpty(
                tr("Nothing found"),
                m_purpose == Purpose::Merge
                        ? tr("%1 has no such ticket.").arg(m_ticket.requester.displayName)
                        : tr("No ticket matches."));
    }
}

std::optional<Ticket> PickTicketDialog::other() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || m_model->rowCount() == 0)
        return std::nullopt;
    const Ticket ticket = m_model->ticketAt(current.row());
    return ticket.id == m_ticket.id ? std::nullopt : std::optional(ticket);
}

void PickTicketDialog::showPreview()
{
    const auto ticket = other();
    m_do->setEnabled(ticket.has_value());
    m_do->setText(m_purpose == Purpose::Link ? tr("Link tickets")
                  : ticket                   ? tr("Merge into %1").arg(ticket->number)
                                             : tr("Merge"));
    m_title->setText(ticket ? ticket->number + u"  "_s + ticket->title : QString());
    m_description->setMarkdownText(ticket ? ticket->description : QString());
    m_description->setVisible(ticket && !ticket->description.isEmpty());
    m_facts->setText(
            ticket ? QStringList{TicketText::status(ticket->status, ticket->statusLabel),
                                 ticket->requester.displayName,
                                 TimeText::moment(ticket->createdAt, m_context.clock.now())}
                             .join(u" · "_s)
                   : QString());
    if (m_purpose == Purpose::Merge && ticket) {
        m_consequence->setText(tr("Replies, notes and files of %1 move to %2, and %1 is closed. "
                                  "It can be undone.")
                                       .arg(m_ticket.number, ticket->number));
    } else {
        m_consequence->clear();
    }
}

bool PickTicketDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PickTicketDialog::choose()
{
    const auto ticket = other();
    if (!ticket)
        return;
    const auto kind = fromWire<LinkKind>(m_kind->currentData().toString());
    Q_EMIT chosen(*ticket, kind.value_or(LinkKind::Related));
    accept();
}

} // namespace Deskbell::App
