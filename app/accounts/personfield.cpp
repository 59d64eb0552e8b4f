// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/personfield.h"

#include "app/accounts/people.h"
#include "app/widgets/errortext.h"

#include <QCompleter>
#include <QLineEdit>

namespace Deskbell::App {

namespace {

constexpr auto typingPause = std::chrono::milliseconds(250);

} // namespace

PersonField::PersonField(AppContext &context, QWidget *parent)
    : QComboBox(parent)
    , m_context(context)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    // As wide as a name, whoever is found.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &PersonField::search);
    connect(this, &QComboBox::editTextChanged, this, [this] {
        if (chosenRow() < 0)
            m_pause.start();
    });
    search();
}

int PersonField::chosenRow() const
{
    return findText(currentText().trimmed(), Qt::MatchFixedString);
}

AccountId PersonField::person() const
{
    const int row = chosenRow();
    return row < 0 ? AccountId() : AccountId(itemData(row).toLongLong());
}

QString PersonField::personName() const
{
    return itemText(chosenRow());
}

void PersonField::search()
{
    const int generation = ++m_generation;
    fetchPeople(m_context, {.search = currentText().trimmed()}, this,
                [this, generation](const Result<QList<PersonRef>> &people) {
                    if (generation != m_generation)
                        return; // somebody typed on
                    // What was typed stays, the cursor too.
                    const QString typed = currentText();
                    const int cursor = lineEdit()->cursorPosition();
                    {
                        const QSignalBlocker blocker(this);
                        clear();
                        for (const PersonRef &person : people.value_or(QList<PersonRef>()))
                            addItem(person.displayName, person.id.value());
                        setCurrentIndex(-1);
                        setEditText(typed);
                        lineEdit()->setCursorPosition(cursor);
                    }
                    // Not everybody may look for people; that must be seen.
                    lineEdit()->setPlaceholderText(people ? tr("Part of a name")
                                                          : sentence(people.error()));
                    if (lineEdit()->hasFocus() && !typed.isEmpty() && chosenRow() < 0
                        && count() > 0)
                        completer()->complete();
                    Q_EMIT searched();
                });
}

} // namespace Deskbell::App
