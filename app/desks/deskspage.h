// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "app/widgets/managedlist.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/tag.h"
#include "common/desks/team.h"
#include "common/tickets/tickettemplate.h"

class QTabWidget;

namespace Deskbell::App {

class Registry;

/// The desks of the server for those who manage them or parts of them, and below the list what the
/// chosen desk consists of: categories, teams and ticket templates; beside them the tags, which all
/// desks share.
class DesksPage : public PageWidget
{
    Q_OBJECT

public:
    explicit DesksPage(AppContext &context);

    void showEntry(const QString &entryId) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    ManagedKind<Desk> deskKind();
    ManagedKind<Category> categoryKind();
    ManagedKind<Team> teamKind();
    ManagedKind<Tag> tagKind();
    ManagedKind<TicketTemplate> templateKind();
    void retranslate();
    /// The parts are those of the chosen desk.
    void showParts();

    AppContext &m_context;
    DeskRef m_desk; ///< the one that is chosen
    ManagedListOf<Desk> *m_desks;
    QTabWidget *m_parts;
    ManagedListOf<Category> *m_categories;
    ManagedListOf<Team> *m_teams;
    ManagedListOf<Tag> *m_tags;
    ManagedListOf<TicketTemplate> *m_templates;
};

void installDesks(Registry &registry);

} // namespace Deskbell::App
