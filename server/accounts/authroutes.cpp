// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/tokenanswer.h"
#include "common/base/query.h"
#include "server/accounts/accountroutes.h"
#include "server/accounts/accountservice.h"
#include "server/accounts/meservice.h"
#include "server/accounts/sessionservice.h"
#include "server/accounts/tokensigner.h"
#include "server/api/responses.h"
#include "server/base/environment.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The parameters of a token request, each given at most once (RFC 6749, 3.2); those that nobody
/// knows are ignored, as it says.
class TokenForm
{
public:
    explicit TokenForm(const QueryItems &items)
        : m_items(items)
    {}

    bool hasRepeated() const
    {
        QSet<QString> names;
        for (const auto &[name, value] : m_items)
            names.insert(name);
        return names.size() != m_items.size();
    }
    /// An empty value counts as none.
    QString value(QLatin1StringView wanted) const
    {
        for (const auto &[name, value] : m_items) {
            if (name == wanted)
                return value;
        }
        return {};
    }

private:
    QueryItems m_items;
};

/// What TokenForm is asked for.
QJsonObject tokenRequestShape()
{
    JsonShape shape;
    shape.add("grant_type"_L1, JsonShapes::oneOf({u"password"_s, u"refresh_token"_s}),
              Presence::Required);
    for (const auto name : {"username"_L1, "password"_L1, "refresh_token"_L1})
        shape.add(name, JsonShapes::text(), Presence::Optional);
    QJsonObject schema = shape.toSchema();
    schema.remove("additionalProperties"_L1); // unknown ones are ignored (RFC 6749, 3.2)
    return schema;
}

Http::Response neverStored(Http::Response response)
{
    response.headers.set("Cache-Control"_ba, "no-store"_ba);
    response.headers.set("Pragma"_ba, "no-cache"_ba);
    return response;
}

/// A refusal as OAuth 2.0 writes it; `key` says the same in the words of our other answers.
Http::Response oauthRefusal(const QString &error, const QByteArray &key, const QString &description)
{
    return neverStored(jsonResponse({{u"error"_s, error},
                                     {u"error_description"_s, description},
                                     {u"key"_s, QString::fromLatin1(key)}},
                                    400));
}

Result<Http::Response> tokenAnswer(Context &context, const Result<SessionService::Tokens> &tokens)
{
    if (!tokens) {
        const Error &error = tokens.error();
        const bool isGrantRefused
                = error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Forbidden;
        if (isGrantRefused)
            return oauthRefusal(u"invalid_grant"_s, error.key, error.detail);
        return fail(error);
    }
    return MeService::read(context).map([&](const Me &me) {
        return neverStored(jsonResponse(
                toJson(TokenAnswer{.accessToken = QString::fromLatin1(tokens->accessToken),
                                   .expiresIn = int(context.environment.tokens.lifetime().count()),
                                   .refreshToken = QString::fromLatin1(tokens->refreshToken),
                                   .user = me})));
    });
}

Result<Http::Response> token(Context &context, const Input &input)
{
    const auto items = parseQuery(input.request.body);
    if (!items)
        return fail(items.error());
    const TokenForm form(*items);
    const auto invalidRequest = [](const QString &description) {
        return oauthRefusal(u"invalid_request"_s, "auth.invalid_request", description);
    };
    if (form.hasRepeated())
        return invalidRequest(u"A parameter is given more than once."_s);
    const QString type = form.value("grant_type"_L1);
    if (type.isEmpty())
        return invalidRequest(u"grant_type is missing."_s);
    if (type == "password"_L1) {
        const QString name = form.value("username"_L1);
        const QString password = form.value("password"_L1);
        if (name.isEmpty() || password.isEmpty())
            return invalidRequest(u"username or password is missing."_s);
        const QByteArray agent = input.head().headers.value("User-Agent").left(500);
        return tokenAnswer(context, SessionService::signIn(
                                            context, {.name = name,
                                                      .password = password,
                                                      .userAgent = QString::fromLatin1(agent)}));
    }
    if (type == "refresh_token"_L1) {
        const QString refreshToken = form.value("refresh_token"_L1);
        if (refreshToken.isEmpty())
            return invalidRequest(u"refresh_token is missing."_s);
        return tokenAnswer(context, SessionService::refresh(context, refreshToken.toUtf8()));
    }
    return oauthRefusal(u"unsupported_grant_type"_s, "auth.unsupported_grant_type",
                        u"grant_type must be password or refresh_token."_s);
}

Result<Http::Response> signUp(Context &context, const Input &input)
{
    const auto draft = fromJson<SignUp>(input.json);
    if (!draft)
        return fail(draft.error());
    return AccountService::signUp(context, *draft).map([&](const Entity &account) {
        return entityResponse(input.head(), account.json, account.version, 201);
    });
}

Result<Http::Response> signOut(Context &context, const Input &)
{
    return SessionService::signOut(context).map(noContent);
}

} // namespace

Routes authRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Post,
             .path = "/auth/signup",
             .summary = "Make oneself an account; it is a requester's",
             .access = Route::Access::Public,
             .body = Route::Body::Json,
             .handler = signUp,
             .takes = bodyOf<SignUp>(),
             .answers = bodyOf<Account>()},
            {.method = Method::Post,
             .path = "/auth/token",
             .summary = "Sign in with a password, or exchange a refresh token (OAuth 2.0)",
             .access = Route::Access::Public,
             .body = Route::Body::Form,
             .handler = token,
             .takes = {.name = u"TokenRequest"_s, .shape = &tokenRequestShape},
             .answers = bodyOf<TokenAnswer>()},
            {.method = Method::Post,
             .path = "/auth/logout",
             .summary = "End the session",
             .handler = signOut},
    };
}

} // namespace Deskbell::Server
