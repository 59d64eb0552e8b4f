// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/accountrules.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

void checkUsername(const QString &username, QList<FieldError> &faults)
{
    if (const auto fault = textFault(u"username"_s, username, usernameRule))
        faults.append(*fault);
    else if (username.contains(u'@'))
        faults.append({.field = u"username"_s, .key = "invalid"});
}

void checkDisplayName(const QString &displayName, QList<FieldError> &faults)
{
    if (const auto fault = textFault(u"displayName"_s, displayName, displayNameRule))
        faults.append(*fault);
}

namespace {

bool isEmail(const QString &email)
{
    static const QRegularExpression form(
            uR"(\A[^\s@"(),:;<>\[\\\]\x00-\x1f\x7f]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])\z)"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    const QString local = email.section(u'@', 0, 0);
    return form.match(email).hasMatch() && !local.startsWith(u'.') && !local.endsWith(u'.')
           && !local.contains(".."_L1);
}

} // namespace

void checkEmail(const QString &email, QList<FieldError> &faults)
{
    const TextRule rule{.min = 1, .max = maxEmailLength, .form = TextForm::Name};
    if (const auto fault = textFault(u"email"_s, email, rule))
        faults.append(*fault);
    else if (!isEmail(cleanText(email)))
        faults.append({.field = u"email"_s, .key = "invalid"});
}

void checkPassword(const QString &field, const QString &password, QList<FieldError> &faults)
{
    const auto any = [&password](bool (QChar::*is)() const) {
        return std::any_of(password.begin(), password.end(), [is](QChar c) { return (c.*is)(); });
    };
    const auto add = [&](const QByteArray &key, const QJsonObject &params = {}) {
        faults.append({.field = field, .key = key, .params = params});
    };
    const qsizetype length = lengthInCharacters(password);
    if (password.contains(QChar::Null))
        add("contains_nul");
    else if (hasLoneSurrogate(password))
        add("invalid");
    else if (length == 0)
        add("required");
    else if (length < passwordRule.min)
        add("too_short", {{u"min"_s, passwordRule.min}});
    else if (length > passwordRule.max)
        add("too_long", {{u"max"_s, passwordRule.max}});
    else if (!any(&QChar::isUpper))
        add("needs_upper");
    else if (!any(&QChar::isLower))
        add("needs_lower");
    else if (!any(&QChar::isDigit))
        add("needs_digit");
}

void checkLocale(const QString &locale, QList<FieldError> &faults)
{
    static const QRegularExpression form(uR"(\A([a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)?\z)"_s);
    if (!form.match(locale).hasMatch())
        faults.append({.field = u"locale"_s, .key = "invalid"});
}

void checkTimeZone(const QString &timeZone, QList<FieldError> &faults)
{
    if (!timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(timeZone.toUtf8()))
        faults.append({.field = u"timeZone"_s, .key = "invalid"});
}

QString cleanEmail(const QString &email)
{
    const QString clean = cleanText(email);
    const qsizetype at = clean.lastIndexOf(u'@');
    return at < 0 ? clean : clean.first(at) + clean.sliced(at).toLower();
}

} // namespace Deskbell
