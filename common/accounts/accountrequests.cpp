// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/accountrequests.h"

#include "common/accounts/accountrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

void readEmail(JsonReader &reader, QString &email, Presence presence)
{
    reader.cleanedText("email"_L1, email, presence);
    email = cleanEmail(email);
}

void readEmail(JsonReader &reader, Given<QString> &email)
{
    reader.cleanedText("email"_L1, email, Presence::Optional);
    if (email)
        email = cleanEmail(*email);
}

void put(QJsonObject &object, const QString &name, const Given<QString> &text)
{
    if (text)
        object[name] = *text;
}

} // namespace

void read(JsonReader &reader, SignUp &signUp)
{
    reader.cleanedText("username"_L1, signUp.username, Presence::Required);
    readEmail(reader, signUp.email, Presence::Required);
    reader.cleanedText("displayName"_L1, signUp.displayName, Presence::Nullable);
    reader.text("password"_L1, signUp.password, Presence::Required);
}

QJsonObject toJson(const SignUp &signUp)
{
    return {{u"username"_s, signUp.username},
            {u"email"_s, signUp.email},
            {u"displayName"_s, signUp.displayName},
            {u"password"_s, signUp.password}};
}

QList<FieldError> validate(const SignUp &signUp)
{
    QList<FieldError> faults;
    checkUsername(signUp.username, faults);
    checkEmail(signUp.email, faults);
    if (!signUp.displayName.isEmpty())
        checkDisplayName(signUp.displayName, faults);
    checkPassword(u"password"_s, signUp.password, faults);
    return faults;
}

void read(JsonReader &reader, RoleAssignment &assignment)
{
    reader.id("role"_L1, assignment.role, Presence::Required);
    reader.id("desk"_L1, assignment.desk, Presence::Nullable);
}

QJsonObject toJson(const RoleAssignment &assignment)
{
    return {{u"role"_s, assignment.role.value()}, {u"desk"_s, idToJson(assignment.desk)}};
}

namespace {

constexpr int maxRoles = 200;

void checkRoles(const QList<RoleAssignment> &roles, QList<FieldError> &faults)
{
    if (roles.size() > maxRoles) {
        faults.append({.field = u"roles"_s, .key = "too_long", .params = {{u"max"_s, maxRoles}}});
        return;
    }
    for (qsizetype i = 0; i < roles.size(); ++i) {
        if (roles.indexOf(roles[i]) < i) {
            faults.append({.field = u"roles"_s, .key = "not_unique"});
            return;
        }
    }
}

} // namespace

void read(JsonReader &reader, RoleAssignments &assignments)
{
    reader.children("roles"_L1, assignments.roles, Presence::Required);
}

QJsonObject toJson(const RoleAssignments &assignments)
{
    return {{u"roles"_s, listToJson(assignments.roles)}};
}

QList<FieldError> validate(const RoleAssignments &assignments)
{
    QList<FieldError> faults;
    checkRoles(assignments.roles, faults);
    return faults;
}

void read(JsonReader &reader, AccountDraft &draft)
{
    reader.cleanedText("username"_L1, draft.username, Presence::Required);
    readEmail(reader, draft.email, Presence::Required);
    reader.cleanedText("displayName"_L1, draft.displayName, Presence::Nullable);
    reader.text("password"_L1, draft.password, Presence::Nullable);
    reader.children("roles"_L1, draft.roles, Presence::Optional);
    reader.id("organisation"_L1, draft.organisation, Presence::Nullable);
    reader.text("locale"_L1, draft.locale, Presence::Optional);
    reader.text("timeZone"_L1, draft.timeZone, Presence::Optional);
}

QJsonObject toJson(const AccountDraft &draft)
{
    return {{u"username"_s, draft.username},
            {u"email"_s, draft.email},
            {u"displayName"_s, draft.displayName},
            {u"password"_s, textToJson(draft.password)},
            {u"roles"_s, listToJson(draft.roles)},
            {u"organisation"_s, idToJson(draft.organisation)},
            {u"locale"_s, draft.locale},
            {u"timeZone"_s, draft.timeZone}};
}

QList<FieldError> validate(const AccountDraft &draft)
{
    QList<FieldError> faults;
    checkUsername(draft.username, faults);
    checkEmail(draft.email, faults);
    if (!draft.displayName.isEmpty())
        checkDisplayName(draft.displayName, faults);
    if (!draft.password.isEmpty())
        checkPassword(u"password"_s, draft.password, faults);
    checkRoles(draft.roles, faults);
    checkLocale(draft.locale, faults);
    checkTimeZone(draft.timeZone, faults);
    return faults;
}

void read(JsonReader &reader, AccountPatch &patch)
{
    reader.cleanedText("username"_L1, patch.username, Presence::Optional);
    readEmail(reader, patch.email);
    reader.cleanedText("displayName"_L1, patch.displayName, Presence::Optional);
    reader.text("password"_L1, patch.password, Presence::Optional);
    reader.enumValue("status"_L1, patch.status, Presence::Optional);
    reader.id("organisation"_L1, patch.organisation, Presence::Nullable);
    reader.text("locale"_L1, patch.locale, Presence::Optional);
    reader.text("timeZone"_L1, patch.timeZone, Presence::Optional);
    reader.time("awayUntil"_L1, patch.awayUntil, Presence::Nullable);
}

QJsonObject toJson(const AccountPatch &patch)
{
    QJsonObject object;
    put(object, u"username"_s, patch.username);
    put(object, u"email"_s, patch.email);
    put(object, u"displayName"_s, patch.displayName);
    put(object, u"password"_s, patch.password);
    if (patch.status)
        object[u"status"_s] = QString(toWire(*patch.status));
    if (patch.organisation)
        object[u"organisation"_s] = idToJson(*patch.organisation);
    put(object, u"locale"_s, patch.locale);
    put(object, u"timeZone"_s, patch.timeZone);
    if (patch.awayUntil)
        object[u"awayUntil"_s] = timeToJson(*patch.awayUntil);
    return object;
}

QList<FieldError> validate(const AccountPatch &patch)
{
    QList<FieldError> faults;
    if (patch.username)
        checkUsername(*patch.username, faults);
    if (patch.email)
        checkEmail(*patch.email, faults);
    if (patch.displayName)
        checkDisplayName(*patch.displayName, faults);
    if (patch.password)
        checkPassword(u"password"_s, *patch.password, faults);
    checkLocale(patch.locale.value_or(QString()), faults);
    checkTimeZone(patch.timeZone.value_or(QString()), faults);
    return faults;
}

void read(JsonReader &reader, MePatch &patch)
{
    readEmail(reader, patch.email);
    reader.cleanedText("displayName"_L1, patch.displayName, Presence::Optional);
    reader.text("locale"_L1, patch.locale, Presence::Optional);
    reader.text("timeZone"_L1, patch.timeZone, Presence::Optional);
    reader.time("awayUntil"_L1, patch.awayUntil, Presence::Nullable);
}

QJsonObject toJson(const MePatch &patch)
{
    QJsonObject object;
    put(object, u"email"_s, patch.email);
    put(object, u"displayName"_s, patch.displayName);
    put(object, u"locale"_s, patch.locale);
    put(object, u"timeZone"_s, patch.timeZone);
    if (patch.awayUntil)
        object[u"awayUntil"_s] = timeToJson(*patch.awayUntil);
    return object;
}

QList<FieldError> validate(const MePatch &patch)
{
    QList<FieldError> faults;
    if (patch.email)
        checkEmail(*patch.email, faults);
    if (patch.displayName)
        checkDisplayName(*patch.displayName, faults);
    checkLocale(patch.locale.value_or(QString()), faults);
    checkTimeZone(patch.timeZone.value_or(QString()), faults);
    return faults;
}

void read(JsonReader &reader, PasswordChange &change)
{
    reader.text("currentPassword"_L1, change.currentPassword, Presence::Required);
    reader.text("newPassword"_L1, change.newPassword, Presence::Required);
}

QJsonObject toJson(const PasswordChange &change)
{
    return {{u"currentPassword"_s, change.currentPassword}, {u"newPassword"_s, change.newPassword}};
}

QList<FieldError> validate(const PasswordChange &change)
{
    QList<FieldError> faults;
    if (change.currentPassword.isEmpty())
        faults.append({.field = u"currentPassword"_s, .key = "required"});
    checkPassword(u"newPassword"_s, change.newPassword, faults);
    return faults;
}

} // namespace Deskbell
