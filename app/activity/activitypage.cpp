// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/activitypage.h"

#include "app/activity/activitymodel.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/registry.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/searchfield.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ActivityPage::ActivityPage(AppContext &context)
    : m_context(context)
    , m_model(new ActivityModel(context.client, this))
    , m_table(new PagedTable(*m_model, this))
    , m_entity(new QComboBox(this))
    , m_refresh(new QPushButton(Icons::icon(u"refresh"), {}, this))
{
    setObjectName(u"activityPage"_s);
    m_entity->setObjectName(u"activityEntity"_s);
    m_table->addButton(m_entity);
    m_refresh->setObjectName(u"activityRefresh"_s);
    m_table->addButton(m_refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    const int widths[] = {140, 150, 90, 120, 360};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->table().setColumnWidth(column, widths[column]);

    connect(m_refresh, &QPushButton::clicked, m_model, [this] { m_model->refresh(); });
    connect(m_entity, &QComboBox::activated, this, &ActivityPage::reload);
    connect(&m_table->search(), &SearchField::searchChanged, this, &ActivityPage::reload);
    retranslate();
}

void ActivityPage::showEntry(const QString &)
{
    reload();
}

void ActivityPage::reload()
{
    ActivityFilter filter{.search = m_table->search().text().trimmed()};
    if (const QString entity = m_entity->currentData().toString(); !entity.isEmpty())
        filter.entities = {entity};
    m_model->setSource(u"/activity"_s, toQuery(filter));
}

void ActivityPage::retranslate()
{
    m_table->setWords({.title = tr("Activity log"),
                       .searchHint = tr("Search people and actions"),
                       .emptyTitle = tr("Nothing found"),
                       .emptyText = tr("No entry of the log matches."),
                       .failed = tr("The activity log could not be loaded")});
    const int chosen = qMax(0, m_entity->currentIndex());
    m_entity->clear();
    m_entity->addItem(tr("Everything"), QString());
    m_entity->addItem(tr("Tickets"), u"ticket"_s);
    m_entity->addItem(tr("People"), u"account"_s);
    m_entity->addItem(tr("Sign-ins"), u"session"_s);
    m_entity->addItem(tr("Files"), u"attachment"_s);
    m_entity->setCurrentIndex(chosen);
    m_entity->setAccessibleName(tr("What the entries are about"));
    m_refresh->setAccessibleName(tr("Read the newest entries"));
    m_refresh->setToolTip(tr("Read the newest entries"));
}

void ActivityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    PageWidget::changeEvent(event);
}

void installActivity(Registry &registry)
{
    registry.registerPage(
            u"activity"_s, EntrySpec::Section::Tools,
            [] { return QCoreApplication::translate("ActivityPage", "Activity log"); },
            u"activity"_s,
            [](const Session &session) { return session.can(Permission::AuditView); },
            [](AppContext &context, MainWindow &) -> PageWidget * {
                return new ActivityPage(context);
            });
}

} // namespace Deskbell::App
