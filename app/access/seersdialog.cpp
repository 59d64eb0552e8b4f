// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/seersdialog.h"

#include "app/accounts/accountsmodel.h"
#include "app/accounts/personfield.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/timetext.h"
#include "common/access/role.h"
#include "common/base/clock.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString sightReason(SightReason reason)
{
    switch (reason) {
    case SightReason::Requester: return SeersModel::tr("asked for it");
    case SightReason::Creator: return SeersModel::tr("created it");
    case SightReason::Assignee: return SeersModel::tr("works on it");
    case SightReason::Watcher: return SeersModel::tr("watches it");
    case SightReason::Approver: return SeersModel::tr("is or was asked to approve it");
    case SightReason::Proxy: return SeersModel::tr("stands or stood in for an approver");
    case SightReason::ViewAll: return SeersModel::tr("sees all tickets of the desk");
    case SightReason::ViewTeam: return SeersModel::tr("sees the tickets of the team");
    case SightReason::ViewRestricted: return SeersModel::tr("sees restricted tickets");
    case SightReason::Granted: return SeersModel::tr("was let in");
    case SightReason::GrantedRole: return SeersModel::tr("holds a role that was let in");
    }
    Q_UNREACHABLE();
}

enum GrantKind { PersonKind, RoleKind };

} // namespace

void read(JsonReader &reader, SeerRow &row)
{
    read(reader, row.seer);
    row.id = row.seer.person.id;
}

QVariant SeersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case PersonColumn: return tr("Person");
    case ReasonsColumn: return tr("Because this person…");
    case ColumnCount: break;
    }
    return {};
}

QVariant SeersModel::cell(const SeerRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (column == PersonColumn)
        return row.seer.person.displayName;
    QStringList words;
    for (const SightReason reason : row.seer.reasons)
        words.append(sightReason(reason));
    return words.join(u", "_s);
}

GrantsModel::GrantsModel(AppContext &context, QObject *parent)
    : PagedModel(context.client, parent)
    , m_context(context)
{}

QString GrantsModel::whom(const TicketGrant &grant)
{
    if (grant.person)
        return grant.person->displayName;
    return grant.role ? tr("Everybody with the role %1").arg(grant.role->name) : QString();
}

QVariant GrantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case WhomColumn: return tr("Who was let in");
    case ByColumn: return tr("By");
    case SinceColumn: return tr("Since");
    case ColumnCount: break;
    }
    return {};
}

QVariant GrantsModel::cell(const TicketGrant &grant, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case WhomColumn: return whom(grant);
    case ByColumn: return grant.createdBy ? grant.createdBy->displayName : QString();
    case SinceColumn: return TimeText::moment(grant.createdAt, m_context.clock.now());
    case ColumnCount: break;
    }
    return {};
}

SeersDialog::SeersDialog(AppContext &context, const Ticket &ticket, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ticket(ticket)
    , m_seers(new SeersModel(context.client, this))
    , m_grants(new GrantsModel(context, this))
    , m_seerTable(new PagedTable(*m_seers, this))
    , m_grantTable(new PagedTable(*m_grants, this))
    , m_notice(new NoticeBox(this))
    , m_remove(new QPushButton(Icons::icon(u"trash"), tr("Let in no longer"), this))
    , m_kind(new QComboBox(this))
    , m_choice(new QStackedWidget(this))
    , m_person(new PersonField(context, this))
    , m_role(new QComboBox(this))
    , m_add(new QPushButton(tr("Let in"), this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"seersDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who can see %1").arg(ticket.number));
    const bool restricted = ticket.visibility == Visibility::Restricted;
    resize(640, restricted ? 640 : 460);
    m_seerTable->setObjectName(u"seers"_s);
    m_seerTable->search().hide();
    m_seerTable->setWords({.title = restricted ? tr("A restricted ticket") : tr("Who can see this"),
                           .searchHint = {},
                           .emptyTitle = tr("Nobody sees it"),
                           .emptyText = {},
                           .failed = tr("Who sees this could not be loaded")});
    m_seerTable->table().setColumnWidth(SeersModel::PersonColumn, 200);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, Metrics::margin);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_seerTable, 3);
    layout->addWidget(buildGrants(), 2);
    layout->addLayout(foot);

    const bool seesSeers
            = context.session.me().grants.holds(Permission::TicketEdit, ticket.desk.id);
    m_seerTable->setVisible(seesSeers);
    if (seesSeers)
        m_seers->setSource(path(u"seers"_s), {});
    if (restricted) {
        m_grants->setSource(path(u"grants"_s), {});
        loadRoles();
    }
}

bool SeersDialog::isFor(const AppContext &context, const Ticket &ticket)
{
    const Me &me = context.session.me();
    if (me.grants.holds(Permission::TicketEdit, ticket.desk.id))
        return true;
    const auto isMe = [&](const std::optional<PersonRef> &person) {
        return person && person->id == me.account.id;
    };
    return ticket.visibility == Visibility::Restricted
           && (isMe(ticket.requester) || isMe(ticket.createdBy)
               || me.grants.holds(Permission::TicketViewRestricted, ticket.desk.id)
               || me.grants.holds(Permission::DeskManage, ticket.desk.id));
}

QString SeersDialog::path(const QString &rest) const
{
    return u"/tickets/%1/%2"_s.arg(m_ticket.id.value()).arg(rest);
}

/// Below the seers of a restricted ticket; those who may not let in do not see it.
QWidget *SeersDialog::buildGrants()
{
    m_grantTable->setObjectName(u"grants"_s);
    m_grantTable->search().hide();
    m_grantTable->addButton(m_remove);
    m_grantTable->setWords(
            {.title = tr("Let in"),
             .searchHint = {},
             .emptyTitle = tr("Nobody else was let in"),
             .emptyText = tr("Only the people of the ticket and those who see restricted tickets."),
             .failed = tr("Who was let in could not be loaded")});
    m_grantTable->table().setColumnWidth(GrantsModel::WhomColumn, 240);
    m_grantTable->table().setColumnWidth(GrantsModel::ByColumn, 160);
    m_remove->setObjectName(u"grantRemove"_s);
    m_remove->setAutoDefault(false);
    m_kind->setObjectName(u"grantKind"_s);
    m_kind->setAccessibleName(tr("Person or role"));
    m_kind->addItem(tr("Person"), PersonKind);
    m_person->setObjectName(u"person"_s);
    m_person->setAccessibleName(tr("Person"));
    m_role->setObjectName(u"role"_s);
    m_role->setAccessibleName(tr("Role"));
    m_choice->addWidget(m_person);
    m_choice->addWidget(m_role);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setObjectName(u"grantAdd"_s);
    m_add->setAutoDefault(false);
    setButtonLook(m_add, ButtonLook::Primary);
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_choice, 1);
    row->addWidget(m_add);
    auto *form = new QVBoxLayout;
    form->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, Metrics::margin);
    form->addWidget(m_notice);
    form->addLayout(row);
    form->addWidget(m_errors->add(u"person"_s, m_person));
    form->addWidget(m_errors->add(u"role"_s, m_role));
    auto *grants = new QWidget(this);
    auto *layout = new QVBoxLayout(grants);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_grantTable, 1);
    layout->addLayout(form);
    grants->setVisible(m_ticket.visibility == Visibility::Restricted);

    connect(m_kind, &QComboBox::currentIndexChanged, m_choice, &QStackedWidget::setCurrentIndex);
    connect(m_add, &QPushButton::clicked, this, &SeersDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &SeersDialog::remove);
    connect(m_grantTable, &PagedTable::currentRowChanged, this, &SeersDialog::updateButtons);
    connect(m_grants, &PagedModelBase::stateChanged, this, [this, grants] {
        if (m_grants->state() == PagedModelBase::State::Failed
            && m_grants->error().code == ErrorCode::Forbidden)
            grants->hide();
        updateButtons();
    });
    m_errors->setValidator([this]() -> QList<FieldError> {
        if (m_kind->currentData() == PersonKind && !m_person->person().isValid())
            return {{.field = u"person"_s, .key = "required"}};
        return {};
    });
    updateButtons();
    return grants;
}

/// Roles can be let in by those who may list them.
void SeersDialog::loadRoles()
{
    Api::Request request = Api::Request::get(u"/roles"_s);
    request.query.append({u"pageSize"_s, QString::number(maxPageSize)});
    m_context.client.fetch<Page<Role>>(request, this, [this](const Result<Page<Role>> &roles) {
        if (!roles || roles->data.isEmpty())
            return;
        for (const Role &role : roles->data)
            m_role->addItem(AccountText::role(role.key, role.name), role.key);
        m_kind->addItem(tr("Role"), RoleKind);
    });
}

TicketGrantDraft SeersDialog::draft() const
{
    if (m_kind->currentData() == RoleKind)
        return {.role = m_role->currentData().toString()};
    return {.person = m_person->person()};
}

void SeersDialog::updateButtons()
{
    const int row = m_grantTable->currentRow();
    m_remove->setEnabled(row >= 0 && row < m_grants->rowCount());
}

void SeersDialog::refreshAfterChange()
{
    if (!m_seerTable->isHidden())
        m_seers->refresh();
    Q_EMIT changed();
}

void SeersDialog::add()
{
    m_notice->clear();
    if (!m_errors->validateAll())
        return;
    m_add->setEnabled(false);
    m_context.client.send(Api::Request::post(path(u"grants"_s), toJson(draft())), this,
                          [this](const Result<Api::Answer> &answer) {
                              m_add->setEnabled(true);
                              if (answer) {
                                  m_person->setEditText({});
                                  m_errors->clear();
                                  m_grants->refresh();
                                  refreshAfterChange();
                                  return;
                              }
                              const QList<FieldError> others
                                      = m_errors->showErrors(answer.error().fields);
                              if (answer.error().fields.isEmpty() || !others.isEmpty())
                                  m_notice->showError(answer.error());
                          });
}

/// Without a question: they can be let in again.
void SeersDialog::remove()
{
    const int row = m_grantTable->currentRow();
    if (row < 0 || row >= m_grants->rowCount())
        return;
    m_notice->clear();
    const TicketGrant grant = m_grants->takeOut(row);
    m_context.client.send(Api::Request::remove(path(u"grants/%1"_s.arg(grant.id.value()))), this,
                          [this, row, grant](const Result<Api::Answer> &answer) {
                              m_grants->settle(row, grant,
                                               answer ? GrantsModel::Outcome::Agreed
                                                      : GrantsModel::Outcome::Refused);
                              if (answer)
                                  refreshAfterChange();
                              else
                                  m_notice->showError(answer.error());
                          });
}

} // namespace Deskbell::App
