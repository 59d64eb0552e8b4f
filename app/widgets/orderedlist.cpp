// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/orderedlist.h"

#include "app/shell/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

OrderedList::OrderedList(const QString &name, const Words &words, int most, QWidget *parent)
    : QListWidget(parent)
    , m_most(most)
    , m_buttons(new QWidget(parent))
{
    setAccessibleName(words.name);
    setWordWrap(true);
    auto *layout = new QHBoxLayout(m_buttons);
    layout->setContentsMargins({});
    m_add = addButton(name + u"Add"_s, u"plus"_s, tr("Add…"), Qt::Key_Insert);
    m_edit = addButton(name + u"Edit"_s, u"edit"_s, tr("Edit…"), Qt::Key_Return);
    m_up = addButton(name + u"Up"_s, u"arrow-up"_s, tr("Earlier"), Qt::ALT | Qt::Key_Up);
    m_down = addButton(name + u"Down"_s, u"arrow-down"_s, tr("Later"), Qt::ALT | Qt::Key_Down);
    m_remove = addButton(name + u"Remove"_s, u"trash"_s, words.remove, Qt::Key_Delete);
    for (QPushButton *withoutText : {m_up, m_down, m_remove})
        withoutText->setText({});
    layout->addStretch();
    connect(m_add, &QPushButton::clicked, this, [this] { editAt(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editAt(currentRow()); });
    connect(this, &QListWidget::itemDoubleClicked, this, [this] { editAt(currentRow()); });
    connect(m_up, &QPushButton::clicked, this, [this] { swapAt(currentRow(), currentRow() - 1); });
    connect(m_down, &QPushButton::clicked, this,
            [this] { swapAt(currentRow(), currentRow() + 1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { removeAt(currentRow()); });
    connect(this, &QListWidget::currentRowChanged, this, &OrderedList::updateButtons);
}

/// The key works in the list; the button tells of it.
QPushButton *OrderedList::addButton(const QString &name, const QString &icon, const QString &text,
                                    const QKeySequence &key)
{
    auto *button = new QPushButton(Icons::icon(icon), text, m_buttons);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    button->setAutoDefault(false);
    m_buttons->layout()->addWidget(button);
    return button;
}

void OrderedList::showLines(const QStringList &lines, int current)
{
    clear();
    for (const QString &line : lines)
        addItem(u"%1. %2"_s.arg(QLocale().toString(count() + 1), line));
    setCurrentRow(std::min(current, count() - 1));
    updateButtons();
}

void OrderedList::updateButtons()
{
    const int row = currentRow();
    m_add->setEnabled(count() < m_most);
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < count());
}

void OrderedList::keyPressEvent(QKeyEvent *event)
{
    const auto buttonOf = [this](const QKeyEvent &pressed) -> QPushButton * {
        const bool moves = pressed.modifiers() & Qt::AltModifier;
        switch (pressed.key()) {
        case Qt::Key_Insert: return m_add;
        case Qt::Key_Return:
        case Qt::Key_Enter: return m_edit;
        case Qt::Key_Delete: return m_remove;
        case Qt::Key_Up: return moves ? m_up : nullptr;
        case Qt::Key_Down: return moves ? m_down : nullptr;
        default: return nullptr;
        }
    };
    if (QPushButton *button = buttonOf(*event)) {
        button->click(); // does nothing while it is not enabled
        event->accept(); // Return would save the form
        return;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace Deskbell::App
