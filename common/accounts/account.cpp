// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/account.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, HeldRole &role)
{
    reader.id("id"_L1, role.id, Presence::Required);
    reader.text("key"_L1, role.key, Presence::Required);
    reader.text("name"_L1, role.name, Presence::Required);
    reader.child("desk"_L1, role.desk, Presence::RequiredNullable);
}

QJsonObject toJson(const HeldRole &role)
{
    return {{u"id"_s, role.id.value()},
            {u"key"_s, role.key},
            {u"name"_s, role.name},
            {u"desk"_s, toJson(role.desk)}};
}

void read(JsonReader &reader, Account &account)
{
    reader.id("id"_L1, account.id, Presence::Required);
    reader.text("username"_L1, account.username, Presence::Required);
    reader.text("email"_L1, account.email, Presence::Required);
    reader.text("displayName"_L1, account.displayName, Presence::Required);
    reader.enumValue("status"_L1, account.status, Presence::Required);
    reader.children("roles"_L1, account.roles, Presence::Required);
    reader.child("organisation"_L1, account.organisation, Presence::RequiredNullable);
    reader.text("locale"_L1, account.locale, Presence::Required);
    reader.text("timeZone"_L1, account.timeZone, Presence::Required);
    reader.time("awayUntil"_L1, account.awayUntil, Presence::RequiredNullable);
    reader.time("createdAt"_L1, account.createdAt, Presence::Required);
    reader.time("updatedAt"_L1, account.updatedAt, Presence::Required);
    reader.time("lastSeenAt"_L1, account.lastSeenAt, Presence::RequiredNullable);
    reader.time("deletedAt"_L1, account.deletedAt, Presence::RequiredNullable);
    reader.integer("version"_L1, account.version, Presence::Required, 1);
}

QJsonObject toJson(const Account &account)
{
    return {{u"id"_s, account.id.value()},
            {u"username"_s, account.username},
            {u"email"_s, account.email},
            {u"displayName"_s, account.displayName},
            {u"status"_s, QString(toWire(account.status))},
            {u"roles"_s, listToJson(account.roles)},
            {u"organisation"_s, toJson(account.organisation)},
            {u"locale"_s, account.locale},
            {u"timeZone"_s, account.timeZone},
            {u"awayUntil"_s, timeToJson(account.awayUntil)},
            {u"createdAt"_s, timeToJson(account.createdAt)},
            {u"updatedAt"_s, timeToJson(account.updatedAt)},
            {u"lastSeenAt"_s, timeToJson(account.lastSeenAt)},
            {u"deletedAt"_s, timeToJson(account.deletedAt)},
            {u"version"_s, account.version}};
}

void read(JsonReader &reader, Me &me)
{
    read(reader, me.account);
    reader.child("grants"_L1, me.grants, Presence::Required);
    reader.children("teams"_L1, me.teams, Presence::Required);
}

QJsonObject toJson(const Me &me)
{
    QJsonObject object = toJson(me.account);
    object[u"grants"_s] = toJson(me.grants);
    object[u"teams"_s] = listToJson(me.teams);
    return object;
}

} // namespace Deskbell
