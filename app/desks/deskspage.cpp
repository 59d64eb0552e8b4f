// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/deskspage.h"

#include "app/desks/categorydialog.h"
#include "app/desks/deskdialog.h"
#include "app/desks/tagdialog.h"
#include "app/desks/teamdialog.h"
#include "app/net/session.h"
#include "app/shell/registry.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettemplatedialog.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

DesksPage::DesksPage(AppContext &context)
    : m_context(context)
    , m_desks(new ManagedListOf<Desk>(context, deskKind(), this))
    , m_parts(new QTabWidget(this))
    , m_categories(new ManagedListOf<Category>(context, categoryKind(), m_parts))
    , m_teams(new ManagedListOf<Team>(context, teamKind(), m_parts))
    , m_tags(new ManagedListOf<Tag>(context, tagKind(), m_parts))
    , m_templates(new ManagedListOf<TicketTemplate>(context, templateKind(), m_parts))
{
    setObjectName(u"desksPage"_s);
    m_parts->setObjectName(u"deskParts"_s);
    m_parts->setDocumentMode(true);
    m_parts->addTab(m_categories, {});
    m_parts->addTab(m_teams, {});
    m_parts->addTab(m_tags, {});
    m_parts->addTab(m_templates, {});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"desksSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_desks);
    splitter->addWidget(m_parts);
    splitter->setSizes({2, 3});
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_desks, &ManagedList::currentChanged, this, &DesksPage::showParts);
    retranslate();
    showParts();
}

void DesksPage::showEntry(const QString &)
{
    m_desks->load(u"/desks"_s);
    m_tags->load(u"/tags"_s);
    showParts();
}

void DesksPage::showParts()
{
    const Desk *desk = m_desks->current();
    if (!desk && m_desks->model().rowCount() > 0) {
        // There is always one whose parts are shown.
        m_desks->table().table().setCurrentIndex(m_desks->model().index(0, 0));
        return;
    }
    const DeskRef now
            = desk ? DeskRef{.id = desk->id, .key = desk->key, .name = desk->name} : DeskRef();
    m_categories->setEnabled(desk);
    m_teams->setEnabled(desk);
    m_templates->setEnabled(desk);
    if (now == m_desk)
        return;
    const bool isAnother = now.id != m_desk.id;
    m_desk = now;
    m_categories->retranslate(); // their titles name the desk
    m_teams->retranslate();
    m_templates->retranslate();
    if (!isAnother || !desk)
        return;
    const QueryItems ofDesk{{u"desk"_s, QString::number(desk->id.value())}};
    m_categories->load(u"/categories"_s, ofDesk);
    m_teams->load(u"/teams"_s, ofDesk);
    m_templates->load(u"/ticket-templates"_s, ofDesk);
}

ManagedKind<Desk> DesksPage::deskKind()
{
    return {.name = u"desks"_s,
            .path = u"/desks"_s,
            .columns = {{.title = [] { return tr("Key"); },
                         .text = [](const Desk &desk) { return desk.key; },
                         .width = 110},
                        {.title = [] { return tr("Name"); },
                         .text = [](const Desk &desk) { return desk.name; },
                         .width = 240},
                        {.title = [] { return tr("Workflow"); },
                         .text = [](const Desk &desk) { return desk.workflow.name; },
                         .width = 200},
                        {.title = [] { return tr("Description"); },
                         .text =
                                 [](const Desk &desk) {
                                     return desk.description.simplified();
                                 }}},
            .needed = Permission::DeskManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Desks"),
                                          .searchHint = tr("Search desks"),
                                          .emptyTitle = tr("No desk found"),
                                          .emptyText = tr("New desk makes one."),
                                          .failed = tr("The desks could not be loaded")},
                                .add = tr("New desk…"),
                                .deletionText = tr("Its categories and teams go with it. A desk "
                                                   "that has tickets stays."),
                                .deletionVerb = tr("Delete desk")};
                    },
            .dialog = [this](const Desk *desk,
                             QWidget *parent) { return new DeskDialog(m_context, desk, parent); },
            .events = {EventType::DeskUpdated}};
}

ManagedKind<Category> DesksPage::categoryKind()
{
    return {.name = u"categories"_s,
            .path = u"/categories"_s,
            .columns
            = {{.title = [] { return tr("Name"); },
                .text = [](const Category &category) { return category.name; },
                .width = 240},
               {.title = [] { return tr("Place"); },
                .text
                = [](const Category &category) { return QLocale().toString(category.position); },
                .width = 80},
               {.title = [] { return tr("Description"); },
                .text =
                        [](const Category &category) {
                            return category.description;
                        }}},
            .needed = Permission::CategoryManage,
            .words =
                    [this] {
                        return ManagedList::Words{
                                .table = {.title = tr("Categories of %1").arg(m_desk.name),
                                          .searchHint = tr("Search categories"),
                                          .emptyTitle = tr("No category found"),
                                          .emptyText = tr("New category makes one."),
                                          .failed = tr("The categories could not be loaded")},
                                .add = tr("New category…"),
                                .deletionText = tr("Nobody can choose it any more. Tickets that "
                                                   "have it keep it."),
                                .deletionVerb = tr("Delete category")};
                    },
            .dialog = [this](const Category *category, QWidget *parent) -> EntityDialog * {
                if (!m_desk.id.isValid())
                    return nullptr;
                return new CategoryDialog(m_context, m_desk.id, category,
                                          m_categories->model().rowCount(), parent);
            },
            .events = {EventType::DeskUpdated}};
}

ManagedKind<Team> DesksPage::teamKind()
{
    return {.name = u"teams"_s,
            .path = u"/teams"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const Team &team) { return team.name; },
                         .width = 200},
                        {.title = [] { return tr("Members"); },
                         .text =
                                 [](const Team &team) {
                                     QStringList names;
                                     for (const PersonRef &member : team.members)
                                         names.append(member.displayName);
                                     return names.isEmpty() ? tr("Nobody") : names.join(u", "_s);
                                 },
                         .width = 320},
                        {.title = [] { return tr("Description"); },
                         .text =
                                 [](const Team &team) {
                                     return team.description;
                                 }}},
            .needed = Permission::TeamManage,
            .words =
                    [this] {
                        return ManagedList::Words{
                                .table = {.title = tr("Teams of %1").arg(m_desk.name),
                                          .searchHint = tr("Search teams and members"),
                                          .emptyTitle = tr("No team found"),
                                          .emptyText = tr("New team makes one."),
                                          .failed = tr("The teams could not be loaded")},
                                .add = tr("New team…"),
                                .deletionText
                                = tr("Its members stay. A team with open tickets stays, too."),
                                .deletionVerb = tr("Delete team")};
                    },
            .dialog = [this](const Team *team, QWidget *parent) -> EntityDialog * {
                return m_desk.id.isValid() ? new TeamDialog(m_context, m_desk.id, team, parent)
                                           : nullptr;
            },
            .events = {EventType::DeskUpdated, EventType::AccountUpdated}};
}

ManagedKind<Tag> DesksPage::tagKind()
{
    return {.name = u"tags"_s,
            .path = u"/tags"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const Tag &tag) { return tag.name; },
                         .width = 240},
                        {.title = [] { return tr("Colour"); },
                         .text =
                                 [](const Tag &tag) {
                                     return tag.color.isEmpty() ? tr("The theme's own") : tag.color;
                                 }}},
            .needed = Permission::CategoryManage,
            .words =
                    [] {
                        return ManagedList::Words{
                                .table = {.title = tr("Tags of all desks"),
                                          .searchHint = tr("Search tags"),
                                          .emptyTitle = tr("No tag found"),
                                          .emptyText = tr("New tag makes one."),
                                          .failed = tr("The tags could not be loaded")},
                                .add = tr("New tag…"),
                                .deletionText = tr("It is offered no more. Tickets that carry it "
                                                   "keep it."),
                                .deletionVerb = tr("Delete tag")};
                    },
            .dialog = [this](const Tag *tag,
                             QWidget *parent) { return new TagDialog(m_context, tag, parent); },
            .events = {EventType::TagUpdated}};
}

ManagedKind<TicketTemplate> DesksPage::templateKind()
{
    return {.name = u"templates"_s,
            .path = u"/ticket-templates"_s,
            .columns = {{.title = [] { return tr("Name"); },
                         .text = [](const TicketTemplate &one) { return one.name; },
                         .width = 220},
                        {.title = [] { return tr("Category"); },
                         .text =
                                 [](const TicketTemplate &one) {
                                     return one.category ? one.category->name : QString();
                                 },
                         .width = 160},
                        {.title = [] { return tr("Title of the request"); },
                         .text =
                                 [](const TicketTemplate &one) {
                                     return one.title;
                                 }}},
            .needed = Permission::CategoryManage,
            .words =
                    [this] {
                        return ManagedList::Words{
                                .table = {.title = tr("Ticket templates of %1").arg(m_desk.name),
                                          .searchHint = tr("Search ticket templates"),
                                          .emptyTitle = tr("No ticket template found"),
                                          .emptyText = tr("New ticket template makes one: what is "
                                                          "asked for again and again."),
                                          .failed = tr("The ticket templates could not be loaded")},
                                .add = tr("New ticket template…"),
                                .deletionText = tr("Nobody can begin with it any more. Requests "
                                                   "that were made from it stay."),
                                .deletionVerb = tr("Delete ticket template")};
                    },
            .dialog = [this](const TicketTemplate *one, QWidget *parent) -> EntityDialog * {
                return m_desk.id.isValid()
                               ? new TicketTemplateDialog(m_context, m_desk.id, one, parent)
                               : nullptr;
            },
            .events = {EventType::DeskUpdated}};
}

void DesksPage::retranslate()
{
    m_parts->setTabText(0, tr("&Categories"));
    m_parts->setTabText(1, tr("&Teams"));
    m_parts->setTabText(2, tr("Ta&gs"));
    m_parts->setTabText(3, tr("Ticket te&mplates"));
    m_parts->tabBar()->setAccessibleName(tr("Parts of the desk"));
}

void DesksPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void installDesks(Registry &registry)
{
    registry.registerPage(
            u"desks"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("DesksPage", "Desks"); }, u"folder"_s,
            [](const Session &session) {
                return session.can(Permission::DeskManage) || session.can(Permission::TeamManage)
                       || session.can(Permission::CategoryManage);
            },
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new DesksPage(context);
            });
}

} // namespace Deskbell::App
