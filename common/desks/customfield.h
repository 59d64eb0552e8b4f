// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

constexpr int maxFormFields = 40;
constexpr int maxFieldOptions = 100;

/// What can be entered into a field of a form.
enum class CustomFieldType {
    Text,
    Number,
    Date,   ///< "2026-11-21"
    Choice, ///< one of the options
    Person, ///< the id of an account
};

template <>
struct WireEnum<CustomFieldType>
{
    static constexpr auto names = std::to_array<WireName<CustomFieldType>>({
            {CustomFieldType::Text, "text"},
            {CustomFieldType::Number, "number"},
            {CustomFieldType::Date, "date"},
            {CustomFieldType::Choice, "choice"},
            {CustomFieldType::Person, "person"},
    });
};

/// A field of a category's form (capability T7). Its value is a member of a ticket's
/// `customFields`.
struct CustomField
{
    QString key = {};   ///< lower-case letters, digits, '_'; by which the value is stored
    QString label = {}; ///< what people read
    CustomFieldType type = CustomFieldType::Text;
    bool required = false;
    QStringList options = {}; ///< for CustomFieldType::Choice

    friend bool operator==(const CustomField &, const CustomField &) = default;
};

void read(JsonReader &reader, CustomField &field);
QJsonObject toJson(const CustomField &field);

/// A key made of a label: "Room (main building)" becomes "room_main_building".
QString fieldKeyOf(const QString &label);

/// The faults of a form itself, as "fields[2].options".
void checkForm(const QList<CustomField> &form, QList<FieldError> &faults);

/// Whether values fit the form of their category, as "customFields.room": required, wrong_type,
/// invalid, unknown_field. A category without a form takes any values. Whether a person is one is
/// for the server to ask.
void checkFormValues(const QList<CustomField> &form, const QJsonObject &values,
                     QList<FieldError> &faults);

} // namespace Deskbell
