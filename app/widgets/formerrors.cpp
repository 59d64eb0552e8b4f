// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/formerrors.h"

#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/orderedlist.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace Deskbell::App {

FieldMessage::FieldMessage(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    // A form gives the width of its fields to what wants to grow; else words wrap early.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFont(Fonts::small());
    setForegroundRole(QPalette::BrightText); // the theme's colour of danger
    hide();
}

void FieldMessage::showError(const QString &text)
{
    if (this->text() == text && isVisibleTo(parentWidget()))
        return;
    setText(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FieldMessage::clearError()
{
    clear();
    hide();
}

FormErrors::FormErrors(QWidget *form)
    : QObject(form)
{}

FieldMessage *FormErrors::add(const QString &field, QWidget *editor)
{
    auto *message = new FieldMessage(editor->parentWidget());
    message->setObjectName(field + QStringLiteral("Error"));
    m_rows.append({.field = field, .editor = editor, .message = message});
    editor->installEventFilter(this);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textChanged, this, &FormErrors::revalidate);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(editor))
        connect(plain, &QPlainTextEdit::textChanged, this, &FormErrors::revalidate);
    else if (auto *text = qobject_cast<QTextEdit *>(editor))
        connect(text, &QTextEdit::textChanged, this, &FormErrors::revalidate);
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        connect(combo, &QComboBox::currentIndexChanged, this, &FormErrors::revalidate);
    else if (auto *list = qobject_cast<OrderedList *>(editor))
        connect(list, &OrderedList::changed, this, &FormErrors::revalidate);
    else if (auto *date = qobject_cast<QDateTimeEdit *>(editor))
        connect(date, &QDateTimeEdit::dateTimeChanged, this, &FormErrors::revalidate);
    return message;
}

void FormErrors::forget(QWidget *editor)
{
    editor->removeEventFilter(this);
    editor->disconnect(this);
    m_rows.removeIf([editor](const Row &row) { return row.editor == editor; });
}

void FormErrors::setValidator(Validator validator)
{
    m_validator = std::move(validator);
    m_formType = parent()->metaObject();
}

void FormErrors::setRow(Row &row, const QString &text)
{
    const bool faulty = !text.isEmpty();
    if (faulty)
        row.message->showError(text);
    else
        row.message->clearError();
    row.editor->setAccessibleDescription(text);
    if (row.editor->property("faulty").toBool() != faulty) {
        row.editor->setProperty("faulty", faulty);
        row.editor->update();
    }
}

void FormErrors::revalidate()
{
    // What the server said is out of date with the next key, and not before.
    for (Row &row : m_rows) {
        if (row.editor != sender())
            continue;
        row.fromServer.clear();
        if (!m_validator)
            setRow(row, {});
    }
    // Fields still change while their form dies; what the validator knows of it is gone by then.
    if (!m_validator || !parent()->metaObject()->inherits(m_formType))
        return;
    const QList<FieldError> faults = m_validator();
    for (Row &row : m_rows) {
        const auto fault = std::find_if(faults.begin(), faults.end(), [&](const FieldError &error) {
            return error.field == row.field;
        });
        const bool isFaulty = fault != faults.end();
        if (row.touched || !isFaulty)
            setRow(row, isFaulty ? describe(*fault) : row.fromServer);
    }
}

bool FormErrors::validateAll()
{
    for (Row &row : m_rows) {
        row.touched = true;
        row.fromServer.clear(); // it is asked again
    }
    const QList<FieldError> faults = m_validator ? m_validator() : QList<FieldError>();
    if (faults.isEmpty())
        return true;
    show(faults);
    focusFirst();
    return false;
}

QList<FieldError> FormErrors::showErrors(const QList<FieldError> &errors)
{
    const QList<FieldError> homeless = show(errors);
    for (Row &row : m_rows)
        row.fromServer = row.message->text();
    return homeless;
}

QList<FieldError> FormErrors::show(const QList<FieldError> &errors)
{
    QList<FieldError> homeless = errors;
    for (Row &row : m_rows) {
        const auto fault = std::find_if(errors.begin(), errors.end(), [&](const FieldError &error) {
            return error.field == row.field;
        });
        setRow(row, fault == errors.end() ? QString() : describe(*fault));
        row.touched = row.touched || fault != errors.end();
        homeless.removeIf([&](const FieldError &error) { return error.field == row.field; });
    }
    return homeless;
}

void FormErrors::clear()
{
    for (Row &row : m_rows) {
        row.touched = false;
        row.fromServer.clear();
        setRow(row, {});
    }
}

void FormErrors::focusFirst()
{
    for (const Row &row : m_rows) {
        if (row.editor->property("faulty").toBool()) {
            row.editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

bool FormErrors::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isLeft(*static_cast<QFocusEvent *>(event))) {
        for (Row &row : m_rows) {
            if (row.editor != watched)
                continue;
            row.touched = true;
            if (m_validator)
                revalidate();
        }
    }
    return QObject::eventFilter(watched, event);
}

/// Whoever looks at another window or opens a menu of the field has not left it. Neither has the
/// person when the form goes: its validator must not run on a form that is half destroyed.
bool FormErrors::isLeft(const QFocusEvent &event) const
{
    return event.reason() != Qt::ActiveWindowFocusReason && event.reason() != Qt::PopupFocusReason
           && static_cast<const QWidget *>(parent())->isVisible();
}

} // namespace Deskbell::App
