// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulkchangedialog.h"

#include "app/accounts/people.h"
#include "app/bulk/bulkoperations.h"
#include "app/desks/choices.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// In a box of choices: nobody, no team, no category.
constexpr qint64 noneChosen = -1;

QStringList tagsIn(const QLineEdit *field)
{
    QStringList tags;
    for (const QString &word : field->text().split(u',')) {
        if (const QString tag = word.simplified(); !tag.isEmpty())
            tags.append(tag);
    }
    return tags;
}

/// What is chosen in a box of ids; nothing: it stays as it is. None is an invalid id.
template <class AnyId>
Given<AnyId> chosenIn(const QComboBox *box)
{
    const qint64 id = box->currentData().toLongLong();
    return id == 0 ? std::nullopt : std::optional(id == noneChosen ? AnyId() : AnyId(id));
}

} // namespace

BulkChangeDialog::BulkChangeDialog(AppContext &context, BulkOperations &operations,
                                   const Target &target, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_operations(operations)
    , m_target(target)
    , m_status(choice(u"bulkStatus"_s))
    , m_priority(choice(u"bulkPriority"_s))
    , m_assignee(choice(u"bulkAssignee"_s))
    , m_team(choice(u"bulkTeam"_s))
    , m_category(choice(u"bulkCategory"_s))
    , m_addTags(new QLineEdit(this))
    , m_removeTags(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_remove(new QCheckBox(tr("&Delete them; they can be restored"), this))
    , m_rehearse(new QPushButton(tr("Rehearse"), this))
    , m_run(new QPushButton(this))
{
    setObjectName(u"bulkChangeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    const bool all = target.request.filter.has_value();
    const int count = int(target.count);
    setWindowTitle(count < 0 ? tr("Change all tickets of this list")
                   : all     ? tr("Change all %n ticket(s) of this list", nullptr, count)
                             : tr("Change %n selected ticket(s)", nullptr, count));
    m_addTags->setObjectName(u"bulkAddTags"_s);
    m_removeTags->setObjectName(u"bulkRemoveTags"_s);
    m_addTags->setPlaceholderText(tr("Such as vpn, printer"));
    m_reason->setObjectName(u"bulkReason"_s);
    m_reason->setPlaceholderText(tr("Where a change of status needs one"));
    m_remove->setObjectName(u"bulkRemove"_s);
    m_rehearse->setObjectName(u"bulkRehearse"_s);
    m_run->setObjectName(u"bulkBegin"_s);
    m_run->setText(count < 0 ? tr("Change tickets") : tr("Change %n ticket(s)", nullptr, count));
    for (const AllowedTransition &way : target.ways)
        m_status->addItem(TicketText::status(way.to, way.toLabel), way.to);
    for (const Priority priority :
         {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low})
        m_priority->addItem(TicketText::priority(priority), QString(toWire(priority)));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->addButton(m_rehearse, QDialogButtonBox::ActionRole);
    buttons->addButton(m_run, QDialogButtonBox::AcceptRole);
    auto *note = new QLabel(tr("What is left as it is stays with each ticket as it has it. The "
                               "whole can be undone."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);

    auto *form = new QFormLayout(this);
    form->setVerticalSpacing(Metrics::gap);
    form->addRow(note);
    form->addRow(tr("&Status"), m_status);
    form->addRow(tr("R&eason"), m_reason);
    form->addRow(tr("&Priority"), m_priority);
    form->addRow(tr("&Assignee"), m_assignee);
    form->addRow(tr("&Team"), m_team);
    form->addRow(tr("&Category"), m_category);
    form->addRow(tr("Add ta&gs"), m_addTags);
    form->addRow(tr("&Remove tags"), m_removeTags);
    form->addRow({}, m_remove);
    form->addRow(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, [this] {
        m_operations.run(request(), tr("The tickets are changed"));
        Q_EMIT begun();
        accept();
    });
    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        m_operations.rehearse(request());
        Q_EMIT begun();
        accept();
    });
    for (QComboBox *box : {m_status, m_priority, m_assignee, m_team, m_category})
        connect(box, &QComboBox::currentIndexChanged, this, &BulkChangeDialog::showState);
    for (QLineEdit *field : {m_addTags, m_removeTags})
        connect(field, &QLineEdit::textChanged, this, &BulkChangeDialog::showState);
    connect(m_remove, &QCheckBox::toggled, this, &BulkChangeDialog::showState);
    loadChoices();
    showState();
}

QComboBox *BulkChangeDialog::choice(const QString &name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->addItem(tr("Leave as it is"));
    return box;
}

void BulkChangeDialog::loadChoices()
{
    m_assignee->addItem(tr("Nobody"), noneChosen);
    m_team->addItem(tr("No team"), noneChosen);
    m_category->addItem(tr("No category"), noneChosen);
    fetchPeople(m_context, {.desk = m_target.desk, .staffOnly = true}, this,
                [this](const Result<QList<PersonRef>> &people) {
                    for (const PersonRef &person : people.value_or(QList<PersonRef>()))
                        m_assignee->addItem(person.displayName, person.id.value());
                });
    fetchTeams(m_context, m_target.desk, this, [this](const Result<QList<TeamRef>> &teams) {
        for (const TeamRef &team : teams.value_or(QList<TeamRef>()))
            m_team->addItem(team.name, team.id.value());
    });
    fetchCategories(m_context, m_target.desk, this, [this](const Result<QList<Category>> &found) {
        for (const Category &category : found.value_or(QList<Category>()))
            m_category->addItem(category.name, category.id.value());
    });
}

BulkChange BulkChangeDialog::change() const
{
    BulkChange change{.team = chosenIn<TeamId>(m_team),
                      .category = chosenIn<CategoryId>(m_category),
                      .addTags = tagsIn(m_addTags),
                      .removeTags = tagsIn(m_removeTags),
                      .remove = m_remove->isChecked()};
    if (const QString status = m_status->currentData().toString(); !status.isEmpty()) {
        const QString reason = m_reason->text().trimmed();
        change.status = StatusChange{.status = status, .reason = reason, .comment = reason};
    }
    if (const QString priority = m_priority->currentData().toString(); !priority.isEmpty())
        change.priority = fromWire<Priority>(priority);
    if (const auto person = chosenIn<AccountId>(m_assignee)) {
        change.assignedTo = person->isValid()
                                    ? AssigneeChoice{.kind = AssigneeChoice::Kind::Account,
                                                     .account = *person}
                                    : AssigneeChoice{};
    }
    return change;
}

BulkRequest BulkChangeDialog::request() const
{
    BulkRequest request = m_target.request;
    request.change = change();
    return request;
}

void BulkChangeDialog::showState()
{
    const bool something = !change().isEmpty();
    m_run->setEnabled(something);
    m_rehearse->setEnabled(something);
    m_reason->setEnabled(!m_status->currentData().toString().isEmpty());
}

} // namespace Deskbell::App
