// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/accounts/accountfilter.h"
#include "common/accounts/accountrequests.h"
#include "common/accounts/accountrules.h"
#include "common/accounts/session.h"
#include "common/accounts/tokenanswer.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usernames_data();
    void usernames();
    void emails_data();
    void emails();
    void passwords_data();
    void passwords();
    void locales_data();
    void locales();
    void signUp();
    void requestsRefused_data();
    void requestsRefused();
    void roundTrips();
    void filter();
};

namespace {

QString only(const QList<FieldError> &faults)
{
    return texts(faults).join(u' ');
}

} // namespace

void AccountsTest::usernames_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("fault");
    QTest::newRow("with a space") << u"Jane Doe"_s << QString();
    QTest::newRow("shortest") << u"abc"_s << QString();
    QTest::newRow("longest") << QString(64, u'x') << QString();
    QTest::newRow("other scripts") << u"李小龍"_s << QString();
    QTest::newRow("one too short") << u"ab"_s << u"username:too_short{\"min\":3}"_s;
    QTest::newRow("one too long") << QString(65, u'x') << u"username:too_long{\"max\":64}"_s;
    QTest::newRow("empty") << QString() << u"username:required"_s;
    QTest::newRow("like an address") << u"a@b.example"_s << u"username:invalid"_s;
    QTest::newRow("tabulator") << u"Jane\tDoe"_s << u"username:control_character"_s;
    QTest::newRow("NUL") << u"abc"_s + QChar::Null << u"username:contains_nul"_s;
}

void AccountsTest::usernames()
{
    QFETCH(QString, username);
    QList<FieldError> faults;
    checkUsername(username, faults);
    QTEST(only(faults), "fault");
}

void AccountsTest::emails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("good");
    for (const char *email :
         {"jane.doe@example.com", "a+b@c.de", "o'neil@example.org", "x_y-z@sub.domain.example.com",
          "ä@exämple.de", "a@b-c.example", "1@2.example", "  jane@example.com  "})
        QTest::newRow(email) << QString::fromUtf8(email) << true;
    for (const char *email : {"jane",
                              "@example.com",
                              "jane@",
                              "jane@localhost",
                              "jane@@example.com",
                              "a@b@example.com",
                              ".a@example.com",
                              "a.@example.com",
                              "a..b@example.com",
                              "a b@example.com",
                              "a@example..com",
                              "a@.example.com",
                              "a@example.com.",
                              "a@-example.com",
                              "a@example-.com",
                              "a@exam ple.com",
                              "a@example.c",
                              "<a@example.com>",
                              "a,b@example.com",
                              "\"a\"@example.com",
                              "a@[127.0.0.1]",
                              "a@example.com\nBcc: b@example.com"})
        QTest::newRow(email) << QString::fromUtf8(email) << false;
    QTest::newRow("longest local part") << QString(64, u'x') + u"@example.com"_s << true;
    QTest::newRow("local part one too long") << QString(65, u'x') + u"@example.com"_s << false;
}

void AccountsTest::emails()
{
    QFETCH(QString, email);
    QFETCH(bool, good);
    QList<FieldError> faults;
    checkEmail(email, faults);
    QCOMPARE(faults.isEmpty(), good);

    faults.clear();
    checkEmail(u"a@"_s + u"example."_s.repeated(32) + u"com"_s, faults); // 261 characters
    QCOMPARE(only(faults), u"email:too_long{\"max\":254}"_s);
    QCOMPARE(cleanEmail(u" Jane.Doe@EXAMPLE.com "_s), u"Jane.Doe@example.com"_s);
}

void AccountsTest::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("fault");
    QTest::newRow("of the demo accounts") << u"Hello123."_s << QString();
    QTest::newRow("shortest") << u"Abcdef12"_s << QString();
    QTest::newRow("longest") << u"Aa1"_s.repeated(66) + u"xy"_s << QString();
    QTest::newRow("other scripts") << u"ÄÖüß12345"_s << QString();
    QTest::newRow("spaces count") << u" Abcde1 "_s << QString();
    QTest::newRow("empty") << QString() << u"password:required"_s;
    QTest::newRow("one too short") << u"Abcdef1"_s << u"password:too_short{\"min\":8}"_s;
    QTest::newRow("one too long") << u"Aa1"_s.repeated(67) << u"password:too_long{\"max\":200}"_s;
    QTest::newRow("no upper") << u"abcdef12"_s << u"password:needs_upper"_s;
    QTest::newRow("no lower") << u"ABCDEF12"_s << u"password:needs_lower"_s;
    QTest::newRow("no digit") << u"Abcdefgh"_s << u"password:needs_digit"_s;
    QTest::newRow("NUL") << u"Abcdef12"_s + QChar::Null << u"password:contains_nul"_s;
}

void AccountsTest::passwords()
{
    QFETCH(QString, password);
    QList<FieldError> faults;
    checkPassword(u"password"_s, password, faults);
    QTEST(only(faults), "fault");
}

void AccountsTest::locales_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("fault");
    QTest::newRow("none") << QString() << QString() << QString();
    QTest::newRow("usual") << u"de"_s << u"Europe/Berlin"_s << QString();
    QTest::newRow("with a country") << u"pt-BR"_s << u"UTC"_s << QString();
    QTest::newRow("with a script") << u"zh-Hant-TW"_s << u"America/New_York"_s << QString();
    QTest::newRow("underscore") << u"pt_BR"_s << u""_s << u"locale:invalid"_s;
    QTest::newRow("a path") << u"../de"_s << u""_s << u"locale:invalid"_s;
    QTest::newRow("unknown zone") << u""_s << u"Europe/Atlantis"_s << u"timeZone:invalid"_s;
    QTest::newRow("zone as a path") << u""_s << u"../../etc/passwd"_s << u"timeZone:invalid"_s;
}

void AccountsTest::locales()
{
    QFETCH(QString, locale);
    QFETCH(QString, zone);
    QList<FieldError> faults;
    checkLocale(locale, faults);
    checkTimeZone(zone, faults);
    QTEST(only(faults), "fault");
}

void AccountsTest::signUp()
{
    const auto good = fromJsonBytes<SignUp>(
            R"({"username":" Jane Doe ","email":" Jane@EXAMPLE.com ","displayName":"Jane","password":" Hello123. "})");
    QVERIFY2(good, qPrintable(faultsOf(good).join(u' ')));
    QCOMPARE(good->username, u"Jane Doe"_s);
    QCOMPARE(good->email, u"Jane@example.com"_s);
    QCOMPARE(good->password, u" Hello123. "_s);

    QCOMPARE(faultsOf(fromJsonBytes<SignUp>("{}")),
             QStringList({u"username:required"_s, u"email:required"_s, u"password:required"_s}));
    // The role never comes from the client.
    QCOMPARE(
            faultsOf(fromJsonBytes<SignUp>(
                    R"({"username":"abc","email":"a@b.example","password":"Hello123.","role":"Administrator"})")),
            QStringList{u"role:unknown_field"_s});
}

void AccountsTest::requestsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("new account, all wrong")
            << u"draft"_s
            << R"({"username":"ab","email":"x","password":"short","roles":[{"role":0}],"locale":"xx_"})"_ba
            << QStringList({u"roles[0].role:out_of_range{\"max\":9223372036854775807,\"min\":1}"_s,
                            u"username:too_short{\"min\":3}"_s, u"email:invalid"_s,
                            u"password:too_short{\"min\":8}"_s, u"locale:invalid"_s});
    QTest::newRow("new account, role twice")
            << u"draft"_s
            << R"({"username":"abc","email":"a@b.example","roles":[{"role":1},{"role":1,"desk":2},{"role":1,"desk":null}]})"_ba
            << QStringList{u"roles:not_unique"_s};
    QTest::newRow("unknown status")
            << u"patch"_s << R"({"status":"gone"})"_ba << QStringList{u"status:unknown_value"_s};
    QTest::newRow("roles have their own route")
            << u"patch"_s << R"({"roles":[]})"_ba << QStringList{u"roles:unknown_field"_s};
    QTest::newRow("display name of spaces")
            << u"me"_s << R"({"displayName":"  "})"_ba << QStringList{u"displayName:required"_s};
    QTest::newRow("nobody unblocks themselves")
            << u"me"_s << R"({"status":"active"})"_ba << QStringList{u"status:unknown_field"_s};
    QTest::newRow("password without the old one")
            << u"password"_s << R"({"newPassword":"Hello123."})"_ba
            << QStringList{u"currentPassword:required"_s};
    QTest::newRow("new password weak")
            << u"password"_s << R"({"currentPassword":"x","newPassword":"hello123"})"_ba
            << QStringList{u"newPassword:needs_upper"_s};
    QTest::newRow("roles missing") << u"roles"_s << "{}"_ba << QStringList{u"roles:required"_s};
}

void AccountsTest::requestsRefused()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, json);
    QFETCH(QStringList, faults);
    if (kind == "draft"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<AccountDraft>(json)), faults);
    else if (kind == "patch"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<AccountPatch>(json)), faults);
    else if (kind == "me"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<MePatch>(json)), faults);
    else if (kind == "password"_L1)
        QCOMPARE(faultsOf(fromJsonBytes<PasswordChange>(json)), faults);
    else
        QCOMPARE(faultsOf(fromJsonBytes<RoleAssignments>(json)), faults);
}

void AccountsTest::roundTrips()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC);
    const DeskRef desk{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s};
    const Account account{
            .id = AccountId(7),
            .username = u"Jane Doe"_s,
            .email = u"jane@example.com"_s,
            .displayName = u"Jane"_s,
            .status = AccountStatus::Pending,
            .roles = {{.id = RoleId(1), .key = u"agent"_s, .name = u"Agent"_s, .desk = desk},
                      {.id = RoleId(2), .key = u"observer"_s, .name = u"Observer"_s}},
            .organisation = OrganisationRef{.id = OrganisationId(3), .name = u"ACME"_s},
            .locale = u"de"_s,
            .timeZone = u"UTC"_s,
            .createdAt = time,
            .updatedAt = time,
            .lastSeenAt = time,
            .version = 2};
    QCOMPARE(fromJson<Account>(toJson(account)).value(), account);

    Me me{.account = account, .teams = {{.id = TeamId(4), .name = u"First line"_s}}};
    me.grants.addGlobal(permissionsOf(BuiltInRole::Observer));
    me.grants.addForDesk(DeskId(1), permissionsOf(BuiltInRole::Agent));
    const TokenAnswer answer{
            .accessToken = u"a"_s, .expiresIn = 600, .refreshToken = u"r"_s, .user = me};
    const auto readBack = fromJson<TokenAnswer>(toJson(answer));
    QVERIFY2(readBack, qPrintable(faultsOf(readBack).join(u' ')));
    QCOMPARE(*readBack, answer);

    const Session session{.id = SessionId(1),
                          .userAgent = u"deskbell"_s,
                          .peer = u"::1"_s,
                          .createdAt = time,
                          .lastUsedAt = time,
                          .expiresAt = time.addDays(1),
                          .current = true};
    QCOMPARE(fromJson<Session>(toJson(session)).value(), session);

    const AccountDraft draft{.username = u"abc"_s,
                             .email = u"a@b.example"_s,
                             .displayName = u"A"_s,
                             .password = u"Hello123."_s,
                             .roles = {{.role = RoleId(1), .desk = DeskId(2)}, {.role = RoleId(1)}},
                             .organisation = OrganisationId(1),
                             .locale = u"en"_s};
    QCOMPARE(fromJson<AccountDraft>(toJson(draft)).value(), draft);
    const AccountPatch patch{.email = u"a@b.example"_s,
                             .status = AccountStatus::Blocked,
                             .organisation = OrganisationId()};
    QCOMPARE(fromJson<AccountPatch>(toJson(patch)).value(), patch);
    const MePatch mePatch{.displayName = u"J"_s, .locale = QString()};
    QCOMPARE(fromJson<MePatch>(toJson(mePatch)).value(), mePatch);
    const RoleAssignments roles{.roles = {{.role = RoleId(4)}}};
    QCOMPARE(fromJson<RoleAssignments>(toJson(roles)).value(), roles);
}

void AccountsTest::filter()
{
    const AccountFilter filter{.search = u"jane & co"_s,
                               .roles = {u"agent"_s, u"lead"_s},
                               .desks = {DeskId(1)},
                               .statuses = {AccountStatus::Active, AccountStatus::Pending},
                               .organisations = {OrganisationId(3)},
                               .page = {.page = 2}};
    const auto readBack
            = parseQuery(formatQuery(toQuery(filter))).and_then(fromQuery<AccountFilter>);
    QVERIFY2(readBack, qPrintable(faultsOf(readBack).join(u' ')));
    QCOMPARE(*readBack, filter);
    QVERIFY(toQuery(AccountFilter{}).isEmpty());
    QCOMPARE(faultsOf(parseQuery("status=gone&desk=x&name=y").and_then(fromQuery<AccountFilter>)),
             QStringList({u"desk:invalid"_s, u"status:unknown_value"_s, u"name:unknown_field"_s}));
}

QTEST_APPLESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
