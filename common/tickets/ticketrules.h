// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/base/text.h"

namespace Deskbell {

constexpr TextRule titleRule{.min = 3, .max = 255};
constexpr TextRule descriptionRule{.min = 0, .max = 20000};
constexpr TextRule reasonRule{.min = 0, .max = 2000};
constexpr TextRule tagRule{.min = 1, .max = 50, .form = TextForm::Name};
constexpr int maxTags = 20;
constexpr int maxCustomFields = 50;
constexpr TextRule customFieldNameRule{.min = 1, .max = 64, .form = TextForm::Name};
constexpr TextRule customFieldTextRule{.min = 0, .max = 2000};

/// Adds what is wrong with a text field.
void checkText(const QString &field, const QString &text, const TextRule &rule,
               QList<FieldError> &faults);

/// Tags: so many at most, each a name, none twice whatever its case. One fault for the whole field.
void checkTags(const QStringList &tags, QList<FieldError> &faults);

/// Custom fields: so many at most, texts, numbers, true, false or null. A fault names
/// "customFields.room".
void checkCustomFields(const QJsonObject &fields, QList<FieldError> &faults);

} // namespace Deskbell
