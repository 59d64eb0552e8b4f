// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/e2e/adminhand.h"

#include "app/accounts/personfield.h"
#include "app/shell/mainwindow.h"
#include "tests/support/e2e/drivenapp.h"

#include <QCommandLinkButton>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

using namespace App;

namespace {

/// Presses the button that ends a dialog; false unless it closes.
bool finish(QDialog *dialog, const QString &button)
{
    const QPointer<QDialog> open(dialog);
    Hand::click(Hand::find<QPushButton>(dialog, button));
    return Hand::until([&] { return !open || !open->isVisible(); });
}

/// The dialog that a button opens.
QDialog *opened(QWidget *from, const QString &button, const QString &name)
{
    auto *pressed = Hand::find<QPushButton>(from, button);
    if (!pressed)
        return nullptr;
    Hand::click(pressed);
    return Hand::find<QDialog>(from, name);
}

bool choosePerson(QDialog *step, const QString &name)
{
    auto *person = Hand::find<PersonField>(step, u"person"_s);
    Hand::type(person->lineEdit(), name);
    const bool found = Hand::until([&] {
        if (!person->person().isValid())
            person->setCurrentIndex(person->findText(name, Qt::MatchContains));
        return person->person().isValid();
    });
    Hand::click(Hand::find<QPushButton>(step, u"personAdd"_s));
    return found;
}

bool tickRole(QDialog *step, const QString &name)
{
    auto *roles = Hand::find<QListWidget>(step, u"roles"_s);
    return Hand::until([&] {
        const QList<QListWidgetItem *> found = roles->findItems(name, Qt::MatchContains);
        if (found.isEmpty())
            return false;
        found.first()->setCheckState(Qt::Checked);
        return true;
    });
}

bool addStep(QDialog *dialog, const AdminHand::Step &step)
{
    QDialog *form = opened(dialog, u"stepAdd"_s, u"stepDialog"_s);
    if (!form)
        return false;
    Hand::type(Hand::find<QLineEdit>(form, u"name"_s), step.name);
    for (const QString &person : step.people) {
        if (!choosePerson(form, person))
            return false;
    }
    if (!step.role.isEmpty() && !tickRole(form, step.role))
        return false;
    auto *mode = Hand::find<QComboBox>(form, u"mode"_s);
    mode->setCurrentIndex(mode->findData(int(step.mode)));
    return finish(form, u"stepOk"_s);
}

} // namespace

bool AdminHand::makeDesk(DrivenApp &app, const QString &card, const QString &key,
                         const QString &name)
{
    if (!app.showEntry(u"desks"_s))
        return false;
    QDialog *dialog = opened(app.window(), u"desksAdd"_s, u"deskDialog"_s);
    if (!dialog)
        return false;
    QCommandLinkButton *chosen = nullptr;
    const auto look = [&] {
        const QList<QCommandLinkButton *> all = dialog->findChildren<QCommandLinkButton *>();
        for (QCommandLinkButton *one : all) {
            if (one->text() == card)
                chosen = one;
        }
        return chosen != nullptr;
    };
    if (!Hand::until(look))
        return false;
    chosen->click(); // it may be further down than the dialog shows
    Hand::type(Hand::find<QLineEdit>(dialog, u"key"_s), key);
    Hand::type(Hand::find<QLineEdit>(dialog, u"name"_s), name);
    return finish(dialog, u"save"_s);
}

bool AdminHand::makeApprovalTemplate(DrivenApp &app, const QString &desk, const QString &name,
                                     const QList<Step> &steps)
{
    if (!app.showEntry(u"approvalTemplates"_s))
        return false;
    QDialog *dialog = opened(app.window(), u"approvalTemplatesAdd"_s, u"approvalTemplateDialog"_s);
    if (!dialog)
        return false;
    auto *desks = Hand::find<QComboBox>(dialog, u"desk"_s);
    if (!Hand::until([&] { return desks->findText(desk) >= 0; }))
        return false;
    desks->setCurrentIndex(desks->findText(desk));
    Hand::type(Hand::find<QLineEdit>(dialog, u"name"_s), name);
    for (const Step &step : steps) {
        if (!addStep(dialog, step))
            return false;
    }
    return finish(dialog, u"save"_s);
}

bool AdminHand::chooseApproval(DrivenApp &app, const QString &desk, const QString &name)
{
    if (!app.showEntry(u"desks"_s))
        return false;
    auto *list = Hand::find<QWidget>(app.window(), u"desksList"_s);
    auto *desks = Hand::find<QTableView>(list);
    const auto look = [&] {
        const QAbstractItemModel *model = desks->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data().toString() == desk)
                return Hand::click(desks, model->index(row, 1));
        }
        return false;
    };
    if (!Hand::until(look))
        return false;
    QDialog *dialog = opened(app.window(), u"desksEdit"_s, u"deskDialog"_s);
    if (!dialog)
        return false;
    auto *approvals = Hand::find<QComboBox>(dialog, u"approvalTemplate"_s);
    if (!Hand::until([&] { return approvals->findText(name) >= 0; }))
        return false;
    approvals->setCurrentIndex(approvals->findText(name));
    return finish(dialog, u"save"_s);
}

} // namespace Deskbell::Test
