// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rolespage.h"

#include "app/access/roledialog.h"
#include "app/access/rolematrixmodel.h"
#include "app/access/tickdelegate.h"
#include "app/accounts/accountsmodel.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/registry.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/errortext.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/popups.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int permissionWidth = 380;
constexpr int roleWidth = 96;

} // namespace

RolesPage::RolesPage(AppContext &context)
    : m_context(context)
    , m_model(new RoleMatrixModel(context.client, context.session, this))
    , m_table(new PagedTable(*m_model, this))
    , m_notice(new NoticeBox(this))
    , m_reason(new QLabel(this))
    , m_save(new QPushButton(Icons::icon(u"check", Icons::Ink::OnAccent), {}, this))
    , m_discard(new QPushButton(Icons::icon(u"undo"), {}, this))
    , m_add(new QPushButton(Icons::icon(u"plus"), {}, this))
    , m_rename(new QPushButton(Icons::icon(u"edit"), {}, this))
    , m_delete(new QPushButton(Icons::icon(u"trash"), {}, this))
{
    build();
    connect(m_add, &QPushButton::clicked, this, &RolesPage::create);
    connect(m_rename, &QPushButton::clicked, this, &RolesPage::rename);
    connect(m_delete, &QPushButton::clicked, this, &RolesPage::remove);
    connect(m_save, &QPushButton::clicked, this, &RolesPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_model->discardDrafts();
    });
    connect(m_table->table().selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RolesPage::updateButtons);
    connect(m_model, &RoleMatrixModel::draftsChanged, this, &RolesPage::updateButtons);
    connect(m_model, &PagedModelBase::stateChanged, this, &RolesPage::arrange);
    connect(&context.session, &Session::accountChanged, m_model, &PagedModelBase::refresh);
    connect(&context.events, &EventStream::received, m_model, [this](const Event &event) {
        if (event.type == EventType::RoleUpdated)
            m_model->refresh();
    });
    connect(&context.events, &EventStream::resetRequired, m_model, &PagedModelBase::refresh);
    retranslate();
}

void RolesPage::build()
{
    setObjectName(u"rolesPage"_s);
    m_save->setObjectName(u"rolesSave"_s);
    m_discard->setObjectName(u"rolesDiscard"_s);
    m_add->setObjectName(u"rolesAdd"_s);
    m_rename->setObjectName(u"rolesRename"_s);
    m_delete->setObjectName(u"rolesDelete"_s);
    m_notice->setObjectName(u"rolesNotice"_s);
    m_reason->setObjectName(u"rolesReason"_s);
    setButtonLook(m_save, ButtonLook::Primary);
    for (QWidget *button : {m_rename, m_delete, m_add})
        m_table->addButton(button);

    QTableView &table = m_table->table();
    table.setSelectionBehavior(QAbstractItemView::SelectItems);
    table.setItemDelegate(new TickDelegate(&table));
    table.horizontalHeader()->setStretchLastSection(false);
    table.horizontalHeader()->setMinimumSectionSize(roleWidth);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The rights stay in sight however many roles there are.
    table.verticalHeader()->setFixedWidth(permissionWidth);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->show();
    m_table->searchHere([this](int row, const QString &wanted) { return matches(row, wanted); });

    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, Metrics::margin);
    foot->setSpacing(Metrics::gap);
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin, 0);
    notice->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(notice);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
}

void RolesPage::showEntry(const QString &)
{
    m_model->refresh();
    Popups::of(this).keepClear(m_save);
}

void RolesPage::arrange()
{
    QTableView &table = m_table->table();
    table.clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isGroup(row) && m_model->columnCount() > 1)
            table.setSpan(row, 0, 1, m_model->columnCount());
    }
    updateButtons();
}

bool RolesPage::matches(int row, const QString &wanted) const
{
    const auto contains = [&](int one) {
        const auto says = [&](int role) {
            return m_model->headerData(one, Qt::Vertical, role)
                    .toString()
                    .contains(wanted, Qt::CaseInsensitive);
        };
        return says(Qt::DisplayRole) || says(Qt::ToolTipRole);
    };
    if (!m_model->isGroup(row))
        return contains(row);
    for (int below = row + 1; below < m_model->rowCount() && !m_model->isGroup(below); ++below) {
        if (contains(below))
            return true;
    }
    return false;
}

const Role *RolesPage::currentRole() const
{
    return m_model->roleAt(m_table->table().currentIndex().column());
}

void RolesPage::updateButtons()
{
    const Role *role = currentRole();
    const bool own = role && !role->builtIn;
    m_rename->setEnabled(own);
    m_delete->setEnabled(own);
    const QString why = own    ? QString()
                        : role ? tr("Built-in roles cannot be changed.")
                               : tr("Choose a cell of the role first.");
    m_rename->setToolTip(why);
    m_delete->setToolTip(why);
    const bool changed = !m_model->changedRoles().isEmpty();
    m_save->setEnabled(changed && m_waiting.isEmpty());
    m_discard->setEnabled(changed && m_waiting.isEmpty());
    m_reason->setText(m_table->table().currentIndex().data(RoleMatrixModel::ReasonRole).toString());
}

void RolesPage::create()
{
    auto *dialog = new RoleDialog(m_context, m_model->roles(), this);
    connect(dialog, &EntityDialog::saved, this, [this](const QJsonObject &role) {
        m_model->refresh();
        Popups::of(this).success(tr("%1 is made").arg(role.value("name"_L1).toString()));
    });
    dialog->open();
}

void RolesPage::rename()
{
    if (!currentRole() || currentRole()->builtIn)
        return;
    auto *dialog = new RoleDialog(m_context, *currentRole(), this);
    connect(dialog, &EntityDialog::saved, m_model, &PagedModelBase::refresh);
    dialog->open();
}

void RolesPage::remove()
{
    if (!currentRole() || currentRole()->builtIn)
        return;
    const Role role = *currentRole();
    const Question question{.title = tr("Delete %1?").arg(role.name),
                            .text = tr("This cannot be undone. A role that somebody holds stays."),
                            .verb = tr("Delete role")};
    ConfirmDialog::ask(this, question, [this, role](const Decision &decision) {
        if (!decision.accepted)
            return;
        Api::Request request = Api::Request::remove(u"/roles/%1"_s.arg(role.id.value()));
        request.ifVersion(role.version);
        m_context.client.send(request, this, [this, role](const Result<Api::Answer> &answer) {
            m_model->refresh();
            if (answer)
                Popups::of(this).success(tr("%1 is deleted").arg(role.name));
            else
                Popups::of(this).error(tr("%1 could not be deleted").arg(role.name),
                                       answer.error());
        });
    });
}

void RolesPage::save()
{
    if (!m_waiting.isEmpty())
        return;
    m_notice->clear();
    m_waiting = m_model->changedRoles();
    saveNext();
}

/// One after the other: a role that is refused keeps its ticks, the others are saved all the same.
void RolesPage::saveNext()
{
    updateButtons();
    if (m_waiting.isEmpty())
        return;
    const RoleId id = m_waiting.first();
    const Role *role = m_model->roleAt(m_model->columnOf(id));
    if (!role) { // deleted meanwhile
        m_waiting.removeFirst();
        saveNext();
        return;
    }
    const RolePatch patch{.permissions = m_model->draft(*role)};
    Api::Request request = Api::Request::patch(u"/roles/%1"_s.arg(id.value()), toJson(patch));
    request.ifVersion(role->version);
    m_context.client.fetch<Role>(request, this, [this, id](const Result<Role> &saved) {
        if (saved) {
            m_model->putSaved(*saved);
            Popups::of(this).success(tr("%1 is saved").arg(saved->name));
        } else {
            refused(id, saved.error());
        }
        m_waiting.removeFirst();
        saveNext();
    });
}

void RolesPage::refused(RoleId id, const Error &error)
{
    const Role *role = m_model->roleAt(m_model->columnOf(id));
    const QString name = role ? AccountText::role(role->key, role->name) : QString();
    const auto theirs
            = fromJson<Role>(error.params.value("current"_L1).toObject(), Unknown::Ignored);
    if (error.code == ErrorCode::VersionMismatch && theirs) {
        m_model->putTheirs(*theirs);
        m_notice->show(Tone::Amber, tr("Somebody else has changed %1 in the meantime.").arg(name),
                       tr("What they changed is marked; what you ticked is still there. Look at "
                          "both, then save again."));
        return;
    }
    m_notice->show(Tone::Red, tr("%1 could not be saved").arg(name), sentence(error));
}

void RolesPage::retranslate()
{
    m_table->setWords({.title = tr("Roles"),
                       .searchHint = tr("Search rights"),
                       .emptyTitle = tr("No right found"),
                       .emptyText = tr("No right is called so."),
                       .failed = tr("The roles could not be loaded")});
    m_save->setText(tr("&Save"));
    m_discard->setText(tr("&Undo all"));
    m_add->setText(tr("New role…"));
    m_rename->setText(tr("Rename…"));
    m_delete->setText(tr("Delete…"));
    updateButtons();
}

void RolesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
        m_notice->clear();
    }
    PageWidget::changeEvent(event);
}

void installRoles(Registry &registry)
{
    registry.registerPage(
            u"roles"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("RolesPage", "Roles"); }, u"shield"_s,
            holding(Permission::RoleManage),
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new RolesPage(context);
            });
}

} // namespace Deskbell::App
