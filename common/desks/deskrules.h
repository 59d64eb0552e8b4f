// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/text.h"

namespace Deskbell {

constexpr TextRule nameRule{.min = 1, .max = 100, .form = TextForm::Name};
constexpr TextRule shortDescriptionRule{.min = 0, .max = 2000};

/// The `name` of a desk, category, team, tag, organisation or role.
void checkName(const QString &name, QList<FieldError> &faults);
/// The `description` of such.
void checkShortDescription(const QString &description, QList<FieldError> &faults);
/// The `name` of a tag, shorter than other names.
void checkTagName(const QString &name, QList<FieldError> &faults);
/// "#1f6feb", or nothing.
void checkColor(const QString &color, QList<FieldError> &faults);
/// The `key` of a desk: 2 to 10 upper-case letters and digits, a letter first.
void checkDeskKey(const QString &key, QList<FieldError> &faults);

} // namespace Deskbell
