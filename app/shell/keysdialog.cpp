// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keysdialog.h"

#include "app/shell/actionregistry.h"
#include "app/shell/appcontext.h"
#include "app/shell/ownkeys.h"
#include "app/shell/settings.h"
#include "app/shell/theme.h"
#include "app/widgets/searchfield.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

QString plainText(const QAction *action)
{
    QString text = action->text();
    return text.remove(u'&').remove(u'…');
}

QString keyTexts(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

} // namespace

KeysDialog::KeysDialog(AppContext &context, const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_actions(actions)
    , m_list(new QTreeWidget(this))
    , m_name(new QLabel(this))
    , m_key(new QKeySequenceEdit(this))
    , m_conflict(new QLabel(this))
    , m_use(new QPushButton(this))
    , m_remove(new QPushButton(tr("No key"), this))
    , m_reset(new QPushButton(tr("Default"), this))
{
    setObjectName(u"keysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change keys"));
    resize(560, 600);
    auto *search = new SearchField(this);
    search->setObjectName(u"keysSearch"_s);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Action"), tr("Keys"), tr("Conflict")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_key->setObjectName(u"newKey"_s);
    m_key->setAccessibleName(tr("New key"));
    m_conflict->setObjectName(u"keyConflict"_s);
    m_conflict->setWordWrap(true);
    m_use->setObjectName(u"useKey"_s);
    m_remove->setObjectName(u"removeKey"_s);
    m_reset->setObjectName(u"resetKey"_s);
    auto *resetAll = new QPushButton(tr("All as by default"), this);
    resetAll->setObjectName(u"resetKeys"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeKeys"_s);

    auto *edit = new QHBoxLayout;
    edit->addWidget(m_name, 1);
    edit->addWidget(m_key);
    edit->addWidget(m_use);
    edit->addWidget(m_remove);
    edit->addWidget(m_reset);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(resetAll);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::gap);
    column->addWidget(search);
    column->addWidget(m_list, 1);
    column->addLayout(edit);
    column->addWidget(m_conflict);
    column->addLayout(buttons);

    fill();
    connect(search, &SearchField::searchChanged, m_list, [this](const QString &words) {
        for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
            QTreeWidgetItem *item = m_list->topLevelItem(row);
            item->setHidden(!item->text(0).contains(words, Qt::CaseInsensitive)
                            && !item->text(1).contains(words, Qt::CaseInsensitive));
        }
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::showChosen);
    connect(m_list, &QTreeWidget::itemActivated, m_key, qOverload<>(&QWidget::setFocus));
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::showConflict);
    connect(m_use, &QPushButton::clicked, this, &KeysDialog::use);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        OwnKeys::set(m_context.settings, chosen()->objectName(), QList<QKeySequence>());
    });
    connect(m_reset, &QPushButton::clicked, this, &KeysDialog::reset);
    connect(resetAll, &QPushButton::clicked, this, &KeysDialog::resetAll);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    // After the windows have taken the new keys.
    connect(
            &context.settings, &Settings::changed, this,
            [this](const QByteArray &key) {
                if (key == Keys::shortcuts.name)
                    fill();
            },
            Qt::QueuedConnection);
    showChosen();
}

void KeysDialog::fill()
{
    int row = 0;
    for (const QAction *action : m_actions.actions()) {
        if (!action->isVisible())
            continue;
        QTreeWidgetItem *item = m_list->topLevelItem(row++);
        if (!item) {
            item = new QTreeWidgetItem(m_list);
            item->setSizeHint(0, {0, 28});
        }
        showRow(item, action);
    }
    showChosen();
}

void KeysDialog::showRow(QTreeWidgetItem *item, const QAction *action) const
{
    const QList<QKeySequence> keys = m_actions.keys(action);
    QStringList others;
    for (const QKeySequence &key : keys) {
        for (const QAction *other : m_actions.conflicts(action, key))
            others.append(plainText(other));
    }
    others.removeDuplicates();
    item->setText(0, plainText(action));
    item->setText(1, keyTexts(keys));
    item->setText(2, others.join(u", "_s));
    item->setForeground(2, Theme::tokens().danger);
    item->setData(0, Qt::UserRole, action->objectName());
    QFont font = Fonts::body();
    font.setBold(keys != m_actions.defaultKeys(action));
    item->setFont(1, font);
}

QAction *KeysDialog::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? m_actions.action(item->data(0, Qt::UserRole).toString()) : nullptr;
}

void KeysDialog::showChosen()
{
    const QAction *action = chosen();
    m_name->setText(action ? plainText(action) : tr("Choose an action"));
    m_key->setEnabled(action);
    m_key->clear();
    m_remove->setEnabled(action && !m_actions.keys(action).isEmpty());
    m_reset->setEnabled(action && m_actions.keys(action) != m_actions.defaultKeys(action));
    showConflict();
}

void KeysDialog::showConflict()
{
    const QAction *action = chosen();
    const QKeySequence key = m_key->keySequence();
    QStringList others;
    if (action && !key.isEmpty()) {
        for (const QAction *other : m_actions.conflicts(action, key))
            others.append(tr("“%1”").arg(plainText(other)));
    }
    m_use->setEnabled(action && !key.isEmpty());
    m_use->setText(others.isEmpty() ? tr("Use this key") : tr("Use it here instead"));
    m_conflict->setText(others.isEmpty() ? QString()
                                         : tr("%1 belongs to %2, which would lose it.")
                                                   .arg(key.toString(QKeySequence::NativeText),
                                                        others.join(u", "_s)));
}

void KeysDialog::use()
{
    const QAction *action = chosen();
    const QKeySequence key = m_key->keySequence();
    if (!action || key.isEmpty())
        return;
    for (const QAction *other : m_actions.conflicts(action, key)) {
        QList<QKeySequence> left = m_actions.keys(other);
        left.removeIf([&](const QKeySequence &one) {
            return one.matches(key) != QKeySequence::NoMatch
                   || key.matches(one) != QKeySequence::NoMatch;
        });
        OwnKeys::set(m_context.settings, other->objectName(), left);
    }
    OwnKeys::set(m_context.settings, action->objectName(), QList{key});
}

void KeysDialog::reset()
{
    OwnKeys::set(m_context.settings, chosen()->objectName(), std::nullopt);
}

void KeysDialog::resetAll()
{
    for (const QString &action : m_context.settings.names(Keys::shortcuts))
        OwnKeys::set(m_context.settings, action, std::nullopt);
}

} // namespace Deskbell::App
