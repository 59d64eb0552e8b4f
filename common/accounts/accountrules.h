// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/text.h"

namespace Deskbell {

/// User names may have spaces inside ("Jane Doe"), but no '@': sign-in tells them from addresses by
/// it.
constexpr TextRule usernameRule{.min = 3, .max = 64, .form = TextForm::Name};
constexpr TextRule displayNameRule{.min = 1, .max = 100, .form = TextForm::Name};
constexpr int maxEmailLength = 254;
constexpr TextRule passwordRule{.min = 8, .max = 200};

/// Each adds at most one fault for its field.
void checkUsername(const QString &username, QList<FieldError> &faults);
void checkDisplayName(const QString &displayName, QList<FieldError> &faults);
/// An address as mail servers take it: one '@', a local part of at most 64 characters without
/// quotes, a host name with a dot. Nothing is asked about whether it exists.
void checkEmail(const QString &email, QList<FieldError> &faults);
/// At least 8 characters, one upper-case and one lower-case letter, one digit: `needs_upper`,
/// `needs_lower`, `needs_digit`. A password is taken as it is typed, never trimmed.
void checkPassword(const QString &field, const QString &password, QList<FieldError> &faults);
/// A language tag such as "de" or "pt-BR", or nothing.
void checkLocale(const QString &locale, QList<FieldError> &faults);
/// The name of a time zone that this machine knows, or nothing.
void checkTimeZone(const QString &timeZone, QList<FieldError> &faults);

/// The one form in which addresses are stored and compared: trimmed, its host in lower case.
QString cleanEmail(const QString &email);

} // namespace Deskbell
