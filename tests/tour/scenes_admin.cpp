// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/widgets/popups.h"
#include "tests/tour/scenes.h"

#include <QComboBox>
#include <QCommandLinkButton>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

using namespace App;
using namespace Test;

namespace {

QWidget *adminPage(DrivenApp *administrator, const QString &entry, const QString &page)
{
    const bool there = administrator && administrator->showEntry(entry);
    return there ? Hand::find<QWidget>(administrator->window(), page) : nullptr;
}

/// The dialog below the window, once it has the keys.
QDialog *dialogOf(DrivenApp &app, const QString &name)
{
    auto *dialog = Hand::find<QDialog>(app.window(), name);
    return dialog && Hand::activate(dialog) ? dialog : nullptr;
}

bool leave(QDialog *dialog)
{
    const QPointer<QDialog> open(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    return Hand::until([&] { return !open; });
}

} // namespace

bool roleMatrix(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"roles"_s, u"rolesPage"_s);
    auto *table = page ? Hand::find<QTableView>(page, u"pageTable"_s) : nullptr;
    if (!table)
        return false;
    MainWindow *window = administrator->window();
    stage.camera().take(u"roles"_s, window);

    Hand::click(Hand::find<QPushButton>(page, u"rolesAdd"_s));
    QDialog *dialog = dialogOf(*administrator, u"roleDialog"_s);
    if (!dialog)
        return false;
    const QString name = u"Night shift "_s + stage.theme();
    Hand::type(dialog->findChild<QLineEdit *>(u"name"_s), name);
    stage.camera().take(u"role-new"_s, window);
    const int columns = table->model()->columnCount();
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    if (!Hand::until([&] { return table->model()->columnCount() > columns; }))
        return false;
    Popups::of(window).dismissAll();
    const QModelIndex cell = table->model()->index(10, columns);
    Hand::click(table, cell);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    stage.camera().take(u"roles-ticked"_s, window);
    Hand::click(Hand::find<QPushButton>(page, u"rolesDiscard"_s));
    return true;
}

bool rightsOfAPerson(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"people"_s, u"peoplePage"_s);
    auto *table = page ? Hand::find<QAbstractItemView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::click(table, Hand::findRow(table, Qt::DisplayRole, u"John Smith"_s)))
        return false;
    Hand::click(Hand::find<QPushButton>(page, u"peopleRights"_s));
    QDialog *dialog = dialogOf(*administrator, u"heldPermissionsDialog"_s);
    if (!dialog || !Hand::find<QTableView>(dialog, u"pageTable"_s))
        return false;
    stage.camera().take(u"person-rights"_s, administrator->window());
    return leave(dialog);
}

/// A category whose form is made field by field.
bool categoryForm(Stage &stage, DrivenApp &administrator, QWidget *page)
{
    Hand::click(Hand::find<QPushButton>(page, u"categoriesAdd"_s));
    QDialog *dialog = dialogOf(administrator, u"categoryDialog"_s);
    if (!dialog)
        return false;
    const QString labels[] = {u"Room"_s, u"Device"_s};
    for (const QString &label : labels) {
        Hand::click(Hand::find<QPushButton>(dialog, u"fieldAdd"_s));
        auto *field = Hand::find<QDialog>(dialog, u"fieldDialog"_s);
        if (!field)
            return false;
        Hand::type(Hand::find<QLineEdit>(field, u"label"_s), label);
        if (label == labels[1]) {
            auto *type = Hand::find<QComboBox>(field, u"type"_s);
            type->setCurrentIndex(3); // a choice
            Hand::click(Hand::find<QPushButton>(field, u"fieldOk"_s));
            stage.camera().take(u"field-refused"_s, administrator.window());
            Hand::type(Hand::find<QWidget>(field, u"options"_s), u"Laptop"_s);
        }
        Hand::click(Hand::find<QPushButton>(field, u"fieldOk"_s));
    }
    stage.camera().take(u"category-form"_s, administrator.window());
    return leave(dialog);
}

bool desksAndTheirParts(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"desks"_s, u"desksPage"_s);
    auto *list = page ? Hand::find<QWidget>(page, u"categoriesList"_s) : nullptr;
    auto *table = list ? Hand::find<QTableView>(list, u"pageTable"_s) : nullptr;
    if (!table)
        return false;
    MainWindow *window = administrator->window();
    stage.camera().take(u"desks"_s, window);

    Hand::click(Hand::find<QPushButton>(page, u"desksAdd"_s));
    QDialog *dialog = dialogOf(*administrator, u"deskDialog"_s);
    auto *card = dialog ? Hand::find<QCommandLinkButton>(dialog) : nullptr;
    if (!card)
        return false;
    stage.camera().take(u"desk-templates"_s, window);
    Hand::click(card);
    Hand::type(Hand::find<QLineEdit>(dialog, u"key"_s), u"h"_s);
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    stage.camera().take(u"desk-refused"_s, window);
    if (!leave(dialog))
        return false;

    Hand::click(Hand::find<QPushButton>(page, u"desksEdit"_s));
    dialog = dialogOf(*administrator, u"deskDialog"_s);
    auto *rule = dialog ? Hand::find<QComboBox>(dialog, u"assignmentRule"_s) : nullptr;
    if (!rule)
        return false;
    rule->setCurrentIndex(1);
    auto *role = Hand::find<QComboBox>(dialog, u"assignmentRole"_s);
    if (!role || !Hand::until([&] { return role->count() > 1; }))
        return false;
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    stage.camera().take(u"desk-rules"_s, window);
    if (!leave(dialog))
        return false;

    if (!categoryForm(stage, *administrator, page))
        return false;

    auto *parts = Hand::find<QTabWidget>(page, u"deskParts"_s);
    parts->setCurrentIndex(1);
    auto *teams = Hand::find<QWidget>(page, u"teamsList"_s);
    if (!teams)
        return false;
    Hand::click(Hand::find<QPushButton>(teams, u"teamsAdd"_s));
    dialog = dialogOf(*administrator, u"teamDialog"_s);
    if (!dialog)
        return false;
    auto *members = Hand::find<QAbstractItemView>(dialog, u"members"_s);
    if (!members || !Hand::until([&] { return members->model()->rowCount() > 0; }))
        return false;
    stage.camera().take(u"team-new"_s, window);
    if (!leave(dialog))
        return false;
    parts->setCurrentIndex(3);
    auto *templates = Hand::find<QWidget>(page, u"templatesList"_s);
    auto *named = templates ? Hand::find<QTableView>(templates, u"pageTable"_s) : nullptr;
    if (!named || !Hand::click(named, named->model()->index(0, 0)))
        return false;
    stage.camera().take(u"ticket-templates"_s, window);
    Hand::click(Hand::find<QPushButton>(templates, u"templatesEdit"_s));
    dialog = dialogOf(*administrator, u"ticketTemplateDialog"_s);
    if (!dialog || !Hand::find<QLineEdit>(dialog, u"field_asset"_s))
        return false;
    stage.camera().take(u"ticket-template"_s, window);
    if (!leave(dialog))
        return false;
    parts->setCurrentIndex(0);
    return true;
}

bool organisations(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"organisations"_s, u"organisationsPage"_s);
    if (!page || !Hand::find<QPushButton>(page, u"organisationsAdd"_s))
        return false;
    Hand::click(Hand::find<QPushButton>(page, u"organisationsAdd"_s));
    QDialog *dialog = dialogOf(*administrator, u"organisationDialog"_s);
    if (!dialog)
        return false;
    Hand::type(dialog->findChild<QLineEdit *>(u"name"_s), u"Bakery "_s + stage.theme());
    stage.camera().take(u"organisation-new"_s, administrator->window());
    const QPointer<QDialog> open(dialog);
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    if (!Hand::until([&] { return !open; }) || !Hand::find<QTableView>(page, u"pageTable"_s))
        return false;
    stage.camera().take(u"organisations"_s, administrator->window());
    return true;
}

/// The canned replies of a desk, and a macro with its preview.
bool cannedRepliesKept(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"cannedReplies"_s, u"cannedPage"_s);
    auto *table = page ? Hand::find<QTableView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::until([&] { return table->model()->rowCount() > 4; }))
        return false;
    table->setCurrentIndex(table->model()->index(4, 0));
    stage.camera().take(u"canned-page"_s, administrator->window());
    Hand::click(Hand::find<QPushButton>(page, u"cannedEdit"_s));
    QDialog *dialog = dialogOf(*administrator, u"cannedDialog"_s);
    if (!dialog)
        return false;
    stage.camera().take(u"canned-edited"_s, administrator->window());
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"text"_s), u"{{ticket.colour}} "_s);
    Hand::click(dialog->findChild<QPushButton *>(u"save"_s));
    stage.camera().take(u"canned-fault"_s, administrator->window());
    return leave(dialog);
}

/// Calendars and service levels, and one tried on the tickets of the past.
bool serviceLevels(Stage &stage)
{
    DrivenApp *administrator = stage.administrator();
    QWidget *page = adminPage(administrator, u"calendars"_s, u"calendarsPage"_s);
    auto *table = page ? Hand::find<QTableView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::until([&] { return table->model()->rowCount() > 0; }))
        return false;
    table->setCurrentIndex(table->model()->index(0, 0));
    stage.camera().take(u"calendars"_s, administrator->window());
    Hand::click(Hand::find<QPushButton>(page, u"calendarsEdit"_s));
    QDialog *calendar = dialogOf(*administrator, u"calendarDialog"_s);
    if (!calendar)
        return false;
    stage.camera().take(u"calendar-edited"_s, administrator->window());
    calendar->reject();

    page = adminPage(administrator, u"slaPolicies"_s, u"slaPoliciesPage"_s);
    table = page ? Hand::find<QTableView>(page, u"pageTable"_s) : nullptr;
    if (!table || !Hand::until([&] { return table->model()->rowCount() > 0; }))
        return false;
    table->setCurrentIndex(table->model()->index(0, 0));
    stage.camera().take(u"service-levels"_s, administrator->window());
    Hand::click(Hand::find<QPushButton>(page, u"slaPoliciesEdit"_s));
    QDialog *policy = dialogOf(*administrator, u"slaPolicyDialog"_s);
    if (!policy)
        return false;
    Hand::click(policy->findChild<QPushButton *>(u"rehearse"_s));
    const auto *outcome = policy->findChild<QLabel *>(u"rehearsalOutcome"_s);
    if (!Hand::until([&] { return outcome->isVisible(); }))
        return false;
    stage.camera().take(u"service-level-tried"_s, administrator->window());
    policy->reject();
    return true;
}

} // namespace Deskbell::Tour
