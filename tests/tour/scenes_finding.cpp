// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/shell/toolrow.h"
#include "app/tickets/listheader.h"
#include "app/tickets/ticketcolumns.h"
#include "app/tickets/ticketlistview.h"
#include "app/widgets/searchfield.h"
#include "tests/tour/scenes.h"

#include <QDialog>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

QWidget *findOffers()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == "findOffers"_L1 && widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace

/// What the search box offers, what it says when something is wrong, and what it finds.
bool finding(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.open"_s))
        return false;
    SearchField &search = agent->window()->toolRow().search();
    auto *list = agent->window()->findChild<TicketListView *>();
    search.setFocus();
    QTest::keyClicks(&search, u"assignee:"_s);
    if (!Hand::until([] { return findOffers(); }))
        return false;
    stage.camera().take(u"search-offers"_s, agent->window());
    QTest::keyClick(findOffers(), Qt::Key_Escape);

    Hand::type(&search, u"vpn statsu:open"_s);
    if (!Hand::until([&] { return !search.toolTip().isEmpty(); }))
        return false;
    stage.camera().take(u"search-fault"_s, agent->window());

    Hand::type(&search, u"is:open vpn"_s);
    if (!Hand::until([&] { return list->model()->rowCount() > 0 && search.toolTip().isEmpty(); }))
        return false;
    stage.camera().take(u"search-found"_s, agent->window());

    auto *save = Hand::find<QToolButton>(agent->window(), u"listSave"_s);
    if (!save)
        return false;
    Hand::click(save);
    auto *dialog = Hand::find<QDialog>(agent->window(), u"viewDialog"_s);
    if (!dialog || !Hand::activate(dialog))
        return false;
    QTest::keyClicks(dialog->focusWidget(), u"VPN trouble"_s);
    stage.camera().take(u"view-dialog"_s, agent->window());
    QTest::keyClick(dialog, Qt::Key_Return);
    return Hand::until([&] { return agent->window()->currentEntry() != "tickets.open"_L1; });
}

/// A list of columns, in a saved view.
bool columnsOfAView(Stage &stage)
{
    DrivenApp *agent = stage.agent();
    if (!agent || !agent->showEntry(u"tickets.all"_s))
        return false;
    auto *header = agent->window()->findChild<ListHeader *>();
    auto *list = agent->window()->findChild<TicketListView *>();
    if (!Hand::until([&] { return list->model()->rowCount() > 0; }))
        return false;
    Q_EMIT header->columnsChosen(TicketColumns::usual());
    stage.camera().take(u"columns"_s, agent->window());
    Q_EMIT header->columnsChosen({});
    return true;
}

} // namespace Deskbell::Tour
