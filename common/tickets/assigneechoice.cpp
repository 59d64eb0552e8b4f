// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/assigneechoice.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

AccountId AssigneeChoice::resolve(AccountId self) const
{
    switch (kind) {
    case Kind::Nobody: return {};
    case Kind::Me: return self;
    case Kind::Account: return account;
    }
    Q_UNREACHABLE();
}

void readAssignee(JsonReader &reader, Given<AssigneeChoice> &choice, Presence presence)
{
    constexpr auto name = "assignedTo"_L1;
    QJsonValue value(QJsonValue::Undefined);
    reader.describe(name, {{u"type"_s, QJsonArray{u"integer"_s, u"string"_s, u"null"_s}}},
                    presence);
    const bool required = presence == Presence::Required || presence == Presence::RequiredNullable;
    reader.value(name, value, required ? Presence::RequiredNullable : Presence::Nullable);
    if (value.isUndefined())
        return;
    if (value.isNull()) {
        choice = AssigneeChoice{};
    } else if (value.isString()) {
        if (value.toString() == "me"_L1)
            choice = AssigneeChoice{.kind = AssigneeChoice::Kind::Me};
        else
            reader.fault(name, "invalid");
    } else {
        AccountId account;
        reader.id(name, account, Presence::Required);
        if (account.isValid())
            choice = AssigneeChoice{.kind = AssigneeChoice::Kind::Account, .account = account};
    }
}

QJsonValue toJson(const AssigneeChoice &choice)
{
    switch (choice.kind) {
    case AssigneeChoice::Kind::Nobody: return QJsonValue::Null;
    case AssigneeChoice::Kind::Me: return u"me"_s;
    case AssigneeChoice::Kind::Account: return choice.account.value();
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell
