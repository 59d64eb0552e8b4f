// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/shell/actionregistry.h"
#include "app/shell/theme.h"
#include "app/widgets/searchfield.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

void filter(QTreeWidget *list, const QString &words)
{
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = list->topLevelItem(row);
        item->setHidden(!item->text(0).contains(words, Qt::CaseInsensitive)
                        && !item->text(1).contains(words, Qt::CaseInsensitive));
    }
}

} // namespace

void ShortcutSheet::open(const ActionRegistry &actions, QWidget *parent)
{
    auto *sheet = new ShortcutSheet(actions, parent);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->QDialog::open();
}

ShortcutSheet::ShortcutSheet(const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(480, 560);
    auto *search = new SearchField(this);
    search->setObjectName(u"shortcutSearch"_s);
    auto *list = new QTreeWidget(this);
    list->setObjectName(u"shortcuts"_s);
    list->setAccessibleName(windowTitle());
    list->setColumnCount(2);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QAction *action : actions.actions()) {
        if (action->shortcuts().isEmpty())
            continue;
        QString text = action->text();
        text.remove(u'&');
        auto *item = new QTreeWidgetItem(
                list,
                {text, QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        item->setSizeHint(0, {0, 28});
        item->setDisabled(!action->isEnabled());
    }
    connect(search, &SearchField::searchChanged, list,
            [list](const QString &words) { filter(list, words); });
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::gap);
    column->addWidget(search);
    column->addWidget(list);
    search->setFocus();
}

} // namespace Deskbell::App
