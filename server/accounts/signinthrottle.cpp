// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/signinthrottle.h"

#include "common/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr std::chrono::seconds longestDelay = std::chrono::minutes(15);

/// Names are kept in the form in which they are compared, and no longer than any name can be.
QString nameSubject(const QString &name)
{
    return u"name:"_s + cleanText(name).toLower().left(320);
}

QString addressSubject(const Context &context)
{
    return u"peer:"_s + context.peer;
}

Result<> countFailureOf(Context &context, const QString &subject, int allowance)
{
    const QDateTime now = context.now();
    auto rows = context.db.run("accounts/count_signin_failure",
                               {{":subject", subject},
                                {":now", now},
                                {":forgotten", now.addSecs(-SignInThrottle::memory.count())}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"A failed sign-in was not counted."_s));
    const auto delay = signInDelay(int(rows->number(0)), allowance);
    if (delay.count() == 0)
        return {};
    auto blocked = context.db.run("accounts/block_signin",
                                  {{":subject", subject}, {":until", now.addSecs(delay.count())}});
    if (!blocked)
        return fail(blocked.error());
    return {};
}

} // namespace

std::chrono::seconds signInDelay(int failures, int allowance)
{
    if (failures < allowance)
        return std::chrono::seconds(0);
    // 2^10 s is beyond the longest delay already.
    const int doublings = std::min(failures - allowance, 10);
    return std::min(std::chrono::seconds(1 << doublings), longestDelay);
}

Result<> SignInThrottle::check(Context &context, const QString &name)
{
    const QDateTime now = context.now();
    auto rows = context.db.run("accounts/select_signin_block",
                               {{":name", nameSubject(name)},
                                {":address", addressSubject(context)},
                                {":now", now},
                                {":latest", now.addSecs(longestDelay.count())}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next() || rows->isNull(0))
        return {};
    const qint64 milliseconds = now.msecsTo(rows->time(0));
    return fail({.code = ErrorCode::TooManyRequests,
                 .key = "auth.throttled",
                 .detail = u"Too many failed sign-ins; try again later."_s,
                 .params = {{u"retryAfter"_s, int((milliseconds + 999) / 1000)}}});
}

Result<> SignInThrottle::countFailure(Context &context, const QString &name)
{
    // Always in this order, so that two failures at once cannot wait for each other: "name:" sorts
    // before "peer:".
    if (auto counted = countFailureOf(context, nameSubject(name), nameAllowance); !counted)
        return counted;
    return countFailureOf(context, addressSubject(context), addressAllowance);
}

Result<> SignInThrottle::forgetName(Context &context, const QString &name)
{
    auto rows = context.db.run("accounts/delete_signin_failure", {{":subject", nameSubject(name)}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace Deskbell::Server
