// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/formfields.h"

#include "app/accounts/people.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/widgets/formerrors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QJsonValue valueOf(const QWidget *editor, CustomFieldType type)
{
    switch (type) {
    case CustomFieldType::Text: {
        const QString text = static_cast<const QLineEdit *>(editor)->text().trimmed();
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    }
    case CustomFieldType::Number: {
        const QString text = static_cast<const QLineEdit *>(editor)->text().trimmed();
        bool isNumber = false;
        const double number = QLocale().toDouble(text, &isNumber);
        // What is no number is sent as it stands, to be found faulty.
        return text.isEmpty() ? QJsonValue() : isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    case CustomFieldType::Date: {
        // A date edit knows no "none": switched off, it is none.
        const auto *date = static_cast<const QDateEdit *>(editor);
        return date->isEnabledTo(date->parentWidget())
                       ? QJsonValue(date->date().toString(Qt::ISODate))
                       : QJsonValue();
    }
    case CustomFieldType::Choice:
    case CustomFieldType::Person:
        return QJsonValue::fromVariant(static_cast<const QComboBox *>(editor)->currentData());
    }
    Q_UNREACHABLE();
}

void setValueOf(QWidget *editor, CustomFieldType type, const QJsonValue &value)
{
    switch (type) {
    case CustomFieldType::Text: static_cast<QLineEdit *>(editor)->setText(value.toString()); return;
    case CustomFieldType::Number:
        static_cast<QLineEdit *>(editor)->setText(
                value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 15)
                                 : value.toString());
        return;
    case CustomFieldType::Date: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (day.isValid())
            static_cast<QDateEdit *>(editor)->setDate(day);
        editor->parentWidget()->findChild<QCheckBox *>()->setChecked(day.isValid());
        return;
    }
    case CustomFieldType::Choice: {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(qMax(0, box->findData(value.toString())));
        return;
    }
    case CustomFieldType::Person: {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(qMax(0, box->findData(value.toInteger())));
        return;
    }
    }
}

/// The date beside a box that says whether there is one.
QWidget *withSwitch(QWidget *date, const CustomField &field, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *isSet = new QCheckBox(row);
    isSet->setObjectName(u"has_"_s + field.key);
    isSet->setAccessibleName(field.label);
    line->addWidget(isSet);
    line->addWidget(date);
    line->addStretch();
    QObject::connect(isSet, &QCheckBox::toggled, date, &QWidget::setEnabled);
    return row;
}

} // namespace

FormFields::FormFields(AppContext &context, QFormLayout *layout, QWidget *anchor,
                       FormErrors *errors)
    : QObject(layout->parentWidget())
    , m_context(context)
    , m_layout(layout)
    , m_anchor(anchor)
    , m_errors(errors)
{}

QWidget *FormFields::makeEditor(const CustomField &field, QWidget *parent)
{
    switch (field.type) {
    case CustomFieldType::Text: return new QLineEdit(parent);
    case CustomFieldType::Number: {
        auto *line = new QLineEdit(parent);
        line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        return line;
    }
    case CustomFieldType::Date: {
        auto *date = new QDateEdit(parent);
        date->setCalendarPopup(true);
        date->setDate(QDate::currentDate());
        date->setMinimumWidth(16 * date->fontMetrics().averageCharWidth());
        date->setEnabled(false);
        return date;
    }
    case CustomFieldType::Choice: {
        auto *box = new QComboBox(parent);
        box->addItem(u"–"_s);
        for (const QString &option : field.options)
            box->addItem(option, option);
        return box;
    }
    case CustomFieldType::Person: {
        auto *box = new QComboBox(parent);
        box->addItem(u"–"_s);
        addPeople(box, m_entered.value(field.key).toInteger());
        return box;
    }
    }
    Q_UNREACHABLE();
}

void FormFields::follow(QWidget *editor, QWidget *cell)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textChanged, this, &FormFields::changed);
    else if (auto *box = qobject_cast<QComboBox *>(editor))
        connect(box, &QComboBox::currentIndexChanged, this, &FormFields::changed);
    else if (auto *date = qobject_cast<QDateEdit *>(editor))
        connect(date, &QDateEdit::dateChanged, this, &FormFields::changed);
    if (auto *isSet = cell->findChild<QCheckBox *>())
        connect(isSet, &QCheckBox::toggled, this, &FormFields::changed);
}

void FormFields::addPeople(QComboBox *box, qint64 chosen)
{
    const PersonRef me = m_context.session.me().account.ref();
    box->addItem(tr("%1 (myself)").arg(me.displayName), me.id.value());
    fetchPeople(m_context, {}, box, [box, me, chosen](const Result<QList<PersonRef>> &people) {
        for (const PersonRef &person : people.value_or(QList<PersonRef>())) {
            if (person.id != me.id)
                box->addItem(person.displayName, person.id.value());
            if (person.id.value() == chosen && box->currentIndex() == 0)
                box->setCurrentIndex(box->findData(chosen));
        }
    });
}

void FormFields::setForm(const QList<CustomField> &form)
{
    if (form == m_form)
        return;
    const QJsonObject entered = values();
    for (auto value = entered.begin(); value != entered.end(); ++value)
        m_entered[value.key()] = value.value();
    for (const Row &row : std::as_const(m_rows)) {
        m_errors->forget(row.editor);
        m_layout->removeRow(row.cell);
    }
    m_rows.clear();
    m_form = form;
    int place = -1;
    QFormLayout::ItemRole role{};
    m_layout->getWidgetPosition(m_anchor, &place, &role);
    QWidget *before = m_anchor;
    for (const CustomField &field : form) {
        QWidget *parent = m_layout->parentWidget();
        // Field and message are one row, so that they come and go together.
        auto *cell = new QWidget(parent);
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        QWidget *editor = makeEditor(field, cell);
        editor->setObjectName(u"field_"_s + field.key);
        editor->setAccessibleName(field.label);
        column->addWidget(field.type == CustomFieldType::Date ? withSwitch(editor, field, cell)
                                                              : editor);
        column->addWidget(m_errors->add(u"customFields."_s + field.key, editor));
        auto *label = new QLabel(field.required ? field.label + u" *"_s : field.label, parent);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(field.type == CustomFieldType::Date
                                ? static_cast<QWidget *>(cell->findChild<QCheckBox *>())
                                : editor);
        m_layout->insertRow(++place, label, cell);
        setValueOf(editor, field.type, m_entered.value(field.key));
        follow(editor, cell);
        QWidget::setTabOrder(before, editor);
        before = editor;
        m_rows.append({.key = field.key, .editor = editor, .cell = cell});
    }
}

QJsonObject FormFields::values() const
{
    if (m_form.isEmpty())
        return m_given;
    QJsonObject values;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QJsonValue value = valueOf(m_rows[i].editor, m_form[i].type);
        if (!value.isNull() && !value.isUndefined())
            values[m_rows[i].key] = value;
    }
    return values;
}

void FormFields::setValues(const QJsonObject &values)
{
    m_given = values;
    m_entered = values;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        setValueOf(m_rows[i].editor, m_form[i].type, values.value(m_rows[i].key));
}

bool FormFields::isEmpty() const
{
    return values().isEmpty();
}

bool FormFields::differFrom(const QJsonObject &before) const
{
    const QJsonObject now = values();
    return std::any_of(m_form.cbegin(), m_form.cend(), [&](const CustomField &field) {
        const QJsonValue old = before.value(field.key);
        return now.value(field.key).toVariant() != old.toVariant();
    });
}

} // namespace Deskbell::App
