// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"

namespace Deskbell {

/// Somebody decides in the place of somebody else, for a time.
struct ApprovalProxy
{
    ApprovalProxyId id = {};
    PersonRef principal = {}; ///< who is away
    PersonRef person = {};    ///< who stands in
    QDateTime from = {};
    QDateTime to = {};
    bool active = false; ///< the time runs, and both accounts are active

    friend bool operator==(const ApprovalProxy &, const ApprovalProxy &) = default;
};

void read(JsonReader &reader, ApprovalProxy &proxy);
QJsonObject toJson(const ApprovalProxy &proxy);

/// POST /me/proxies: somebody for oneself.
struct ApprovalProxyDraft
{
    AccountId person = {};
    QDateTime from = {};
    QDateTime to = {};

    friend bool operator==(const ApprovalProxyDraft &, const ApprovalProxyDraft &) = default;
};

void read(JsonReader &reader, ApprovalProxyDraft &draft);
QJsonObject toJson(const ApprovalProxyDraft &draft);
QList<FieldError> validate(const ApprovalProxyDraft &draft);

} // namespace Deskbell
