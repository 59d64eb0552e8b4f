// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/rehearsaldialog.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/stateview.h"
#include "app/workflows/workflowtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(Fonts::bodyBold());
    return label;
}

QListWidget *plainList(const QString &name, const QString &words, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(words);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setTextElideMode(Qt::ElideRight);
    list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    return list;
}

} // namespace

RehearsalDialog::RehearsalDialog(AppContext &context, const Workflow &workflow,
                                 const WorkflowDefinition &definition, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workflow(workflow)
    , m_definition(definition)
    , m_notice(new NoticeBox(this))
    , m_state(nullptr)
    , m_changes(plainList(u"rehearsalChanges"_s, tr("What changes"), nullptr))
    , m_summary(new QLabel)
    , m_statuses(new QWidget)
    , m_statusRows(new QFormLayout(m_statuses))
    , m_strandedTitle(sectionTitle({}, nullptr))
    , m_stranded(plainList(u"rehearsalStranded"_s, tr("Tickets that would be stranded"), nullptr))
    , m_move(new QCheckBox(tr("&Move the tickets that are not closed to the new version"), this))
    , m_save(nullptr)
{
    setObjectName(u"rehearsalDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save %1?").arg(workflow.name));
    resize(640, 600);
    m_move->setObjectName(u"rehearsalMove"_s);
    m_summary->setObjectName(u"rehearsalSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_statuses->setObjectName(u"rehearsalStatuses"_s);
    m_statusRows->setContentsMargins(0, 0, 0, 0);
    m_statusRows->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(sectionTitle(tr("What changes"), content));
    column->addWidget(m_changes, 2);
    column->addWidget(sectionTitle(tr("The tickets that are there"), content));
    column->addWidget(m_summary);
    auto *scroll = new QScrollArea(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_statuses);
    column->addWidget(scroll, 2);
    column->addWidget(m_strandedTitle);
    column->addWidget(m_stranded, 2);
    m_state = new StateView(content, this);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"save"_s);
    setButtonLook(m_save, ButtonLook::Primary);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_save->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(m_notice);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_move);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_saving = true;
        m_notice->clear();
        updateButtons();
        Q_EMIT saveRequested();
    });
    connect(m_move, &QCheckBox::toggled, this, &RehearsalDialog::updateButtons);
    connect(m_state, &StateView::retryRequested, this, &RehearsalDialog::rehearse);
    m_state->showLoading();
    updateButtons();
    rehearse();
}

bool RehearsalDialog::movesTickets() const
{
    return m_move->isChecked();
}

void RehearsalDialog::refuse(const Error &error)
{
    m_saving = false;
    m_notice->showError(error);
    updateButtons();
}

void RehearsalDialog::rehearse()
{
    m_ready = false;
    updateButtons();
    const Api::Request request = Api::Request::post(
            u"/workflows/%1/rehearsal"_s.arg(m_workflow.id.value()),
            toJson(RehearsalRequest{.definition = m_definition, .statusMap = m_map}));
    m_call = m_context.client.fetch<Rehearsal>(
            request, this, [this](const Result<Rehearsal> &rehearsal) {
                if (!rehearsal) {
                    m_state->showError(tr("The change could not be rehearsed"), rehearsal.error());
                    return;
                }
                m_rehearsal = *rehearsal;
                m_ready = true;
                showRehearsal();
            });
}

void RehearsalDialog::showRehearsal()
{
    m_state->showContent();
    m_changes->clear();
    for (const WorkflowChange &change : std::as_const(m_rehearsal.changes))
        m_changes->addItem(WorkflowText::change(change, m_workflow.definition, m_definition));
    if (m_rehearsal.changes.isEmpty())
        m_changes->addItem(tr("Nothing but the name"));
    const QString tickets = tr("%n ticket(s) are not closed.", nullptr, m_rehearsal.tickets);
    const QString fate = m_rehearsal.stranded == 0
                                 ? tr("All of them could live by the new version.")
                                 : tr("%n of them would be stranded if they were moved.", nullptr,
                                      m_rehearsal.stranded);
    m_summary->setText(tickets + u' ' + fate + u' '
                       + tr("Without moving, each keeps the version it started with."));
    showStatuses();
    m_strandedTitle->setVisible(m_rehearsal.stranded > 0);
    m_stranded->setVisible(m_rehearsal.stranded > 0);
    const qsizetype named = m_rehearsal.strandedTickets.size();
    m_strandedTitle->setText(named < m_rehearsal.stranded
                                     ? tr("Stranded (%1 of %2 are shown)")
                                               .arg(QLocale().toString(named),
                                                    QLocale().toString(m_rehearsal.stranded))
                                     : tr("Stranded"));
    m_stranded->clear();
    for (const StrandedTicket &ticket : std::as_const(m_rehearsal.strandedTickets)) {
        m_stranded->addItem(u"%1  %2 – %3"_s.arg(ticket.number, ticket.title,
                                                 WorkflowText::stranding(ticket.stranding)));
    }
    updateButtons();
}

/// A line for each status that tickets are in; where they would be stranded, or are mapped, one
/// says where they go.
void RehearsalDialog::showStatuses()
{
    QWidget *focused = m_statuses->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    const QString focusedName = focused ? focused->objectName() : QString();
    while (m_statusRows->rowCount() > 0)
        m_statusRows->removeRow(0);
    QStringList seen;
    for (const RehearsedStatus &status : std::as_const(m_rehearsal.statuses)) {
        if (seen.contains(status.status))
            continue;
        seen.append(status.status);
        int tickets = 0;
        int stranded = 0;
        for (const RehearsedStatus &one : std::as_const(m_rehearsal.statuses)) {
            if (one.status == status.status) {
                tickets += one.tickets;
                stranded += one.stranded;
            }
        }
        const QString name = tr("%1: %n ticket(s)", nullptr, tickets).arg(status.label);
        if (stranded == 0 && !m_map.contains(status.status)) {
            m_statusRows->addRow(name, new QLabel(tr("stays"), m_statuses));
            continue;
        }
        auto *target = new QComboBox(m_statuses);
        target->setObjectName(u"map."_s + status.status);
        target->setAccessibleName(tr("Where the tickets of %1 go").arg(status.label));
        target->addItem(tr("Nowhere: %n stranded", nullptr, stranded), QString());
        for (const WorkflowStatus &one : std::as_const(m_definition.statuses))
            target->addItem(tr("go to %1").arg(WorkflowText::status(m_definition, one.key)),
                            one.key);
        target->setCurrentIndex(std::max(0, target->findData(m_map.value(status.status))));
        connect(target, &QComboBox::activated, this, [this, target, key = status.status] {
            const QString to = target->currentData().toString();
            if (to.isEmpty())
                m_map.remove(key);
            else
                m_map[key] = to;
            rehearse();
        });
        m_statusRows->addRow(name, target);
        if (target->objectName() == focusedName)
            target->setFocus(Qt::OtherFocusReason);
    }
}

void RehearsalDialog::updateButtons()
{
    const bool strands = m_move->isChecked() && m_rehearsal.stranded > 0;
    m_move->setEnabled(m_ready && !m_saving && m_rehearsal.tickets > 0);
    m_save->setEnabled(m_ready && !m_saving && !strands);
    m_save->setToolTip(strands ? tr("Say where the tickets go that would be stranded") : QString());
    m_save->setText(m_move->isChecked() ? tr("Save and move tickets") : tr("Save"));
}

} // namespace Deskbell::App
