// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalproxy.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, ApprovalProxy &proxy)
{
    reader.id("id"_L1, proxy.id, Presence::Required);
    reader.child("principal"_L1, proxy.principal, Presence::Required);
    reader.child("person"_L1, proxy.person, Presence::Required);
    reader.time("from"_L1, proxy.from, Presence::Required);
    reader.time("to"_L1, proxy.to, Presence::Required);
    reader.flag("active"_L1, proxy.active, Presence::Required);
}

QJsonObject toJson(const ApprovalProxy &proxy)
{
    return {{u"id"_s, proxy.id.value()},         {u"principal"_s, toJson(proxy.principal)},
            {u"person"_s, toJson(proxy.person)}, {u"from"_s, timeToJson(proxy.from)},
            {u"to"_s, timeToJson(proxy.to)},     {u"active"_s, proxy.active}};
}

void read(JsonReader &reader, ApprovalProxyDraft &draft)
{
    reader.id("person"_L1, draft.person, Presence::Required);
    reader.time("from"_L1, draft.from, Presence::Required);
    reader.time("to"_L1, draft.to, Presence::Required);
}

QJsonObject toJson(const ApprovalProxyDraft &draft)
{
    return {{u"person"_s, draft.person.value()},
            {u"from"_s, timeToJson(draft.from)},
            {u"to"_s, timeToJson(draft.to)}};
}

QList<FieldError> validate(const ApprovalProxyDraft &draft)
{
    if (draft.from.isValid() && draft.to.isValid() && draft.to <= draft.from)
        return {{.field = u"to"_s, .key = "not_after_start"}};
    return {};
}

} // namespace Deskbell
