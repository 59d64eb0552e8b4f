// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/customfield.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

bool isFieldKey(const QString &key)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]{0,63}$"_s);
    return pattern.match(key).hasMatch();
}

bool isEmptyValue(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull()
           || (value.isString() && value.toString().trimmed().isEmpty());
}

/// The key of what is wrong with a value that is there, or nothing.
QByteArray valueFault(const CustomField &field, const QJsonValue &value)
{
    switch (field.type) {
    case CustomFieldType::Text: return value.isString() ? "" : "wrong_type";
    case CustomFieldType::Number: return value.isDouble() ? "" : "wrong_type";
    case CustomFieldType::Date:
        if (!value.isString())
            return "wrong_type";
        return QDate::fromString(value.toString(), Qt::ISODate).isValid() ? "" : "invalid";
    case CustomFieldType::Choice:
        if (!value.isString())
            return "wrong_type";
        return field.options.contains(value.toString()) ? "" : "unknown_value";
    case CustomFieldType::Person:
        if (!value.isDouble())
            return "wrong_type";
        return value.toInteger() > 0 ? "" : "invalid";
    }
    Q_UNREACHABLE();
}

void checkFormField(const QString &path, const CustomField &field, QList<FieldError> &faults)
{
    if (!isFieldKey(field.key))
        faults.append({.field = path + u".key"_s, .key = "invalid"});
    if (const auto fault = textFault(path + u".label"_s, field.label, nameRule))
        faults.append(*fault);
    const bool chooses = field.type == CustomFieldType::Choice;
    if (chooses && field.options.isEmpty())
        faults.append({.field = path + u".options"_s, .key = "required"});
    if (field.options.size() > maxFieldOptions) {
        faults.append({.field = path + u".options"_s,
                       .key = "too_long",
                       .params = {{u"max"_s, maxFieldOptions}}});
        return;
    }
    for (const QString &option : field.options) {
        if (const auto fault = textFault(path + u".options"_s, option, nameRule)) {
            faults.append(*fault);
            return;
        }
    }
    if (QSet<QString>(field.options.cbegin(), field.options.cend()).size() != field.options.size())
        faults.append({.field = path + u".options"_s, .key = "not_unique"});
}

} // namespace

void read(JsonReader &reader, CustomField &field)
{
    reader.text("key"_L1, field.key, Presence::Required);
    reader.cleanedText("label"_L1, field.label, Presence::Required);
    reader.enumValue("type"_L1, field.type, Presence::Required);
    reader.flag("required"_L1, field.required, Presence::Optional);
    reader.texts("options"_L1, field.options, Presence::Optional);
}

QJsonObject toJson(const CustomField &field)
{
    QJsonObject object{{u"key"_s, field.key},
                       {u"label"_s, field.label},
                       {u"type"_s, QString(toWire(field.type))},
                       {u"required"_s, field.required}};
    if (!field.options.isEmpty())
        object[u"options"_s] = QJsonArray::fromStringList(field.options);
    return object;
}

QString fieldKeyOf(const QString &label)
{
    static const QRegularExpression marks(u"\\p{M}+"_s); // of letters that bear some
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    static const QRegularExpression edges(u"^[0-9_]+|_+$"_s);
    const QString plain = label.normalized(QString::NormalizationForm_KD).remove(marks).toLower();
    return QString(plain).replace(others, u"_"_s).left(64).remove(edges);
}

void checkForm(const QList<CustomField> &form, QList<FieldError> &faults)
{
    if (form.size() > maxFormFields) {
        faults.append(
                {.field = u"fields"_s, .key = "too_long", .params = {{u"max"_s, maxFormFields}}});
        return;
    }
    QSet<QString> keys;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const QString path = u"fields[%1]"_s.arg(i);
        checkFormField(path, form[i], faults);
        if (keys.contains(form[i].key))
            faults.append({.field = path + u".key"_s, .key = "not_unique"});
        keys.insert(form[i].key);
    }
}

void checkFormValues(const QList<CustomField> &form, const QJsonObject &values,
                     QList<FieldError> &faults)
{
    if (form.isEmpty())
        return;
    for (const CustomField &field : form) {
        const QString path = u"customFields."_s + field.key;
        const QJsonValue value = values.value(field.key);
        if (isEmptyValue(value)) {
            if (field.required)
                faults.append({.field = path, .key = "required"});
            continue;
        }
        if (const QByteArray fault = valueFault(field, value); !fault.isEmpty())
            faults.append({.field = path, .key = fault});
    }
    for (auto value = values.begin(); value != values.end(); ++value) {
        const bool known = std::any_of(form.cbegin(), form.cend(), [&](const CustomField &field) {
            return field.key == value.key();
        });
        if (!known)
            faults.append({.field = u"customFields."_s + value.key(), .key = "unknown_field"});
    }
}

} // namespace Deskbell
