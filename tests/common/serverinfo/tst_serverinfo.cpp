// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serverinfo/serverinfo.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class ServerInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void aNewerServerIsUnderstood();
};

void ServerInfoTest::roundTrip()
{
    ServerInfo info{.name = u"Help desk"_s, .version = u"0.1.0"_s, .signUp = true};
    info.limits.maxUploadBytes = 5'000'000'000;
    info.limits.refusedUploadTypes = {u"video/*"_s};
    QCOMPARE(fromJson<ServerInfo>(toJson(info)).value(), info);
    QVERIFY(!fromJsonBytes<ServerInfo>("{}"));
}

void ServerInfoTest::aNewerServerIsUnderstood()
{
    QJsonObject json = toJson(ServerInfo{.name = u"x"_s, .version = u"9"_s, .apiVersion = 9});
    json[u"signIn"_s] = QJsonArray{u"password"_s, u"telepathy"_s};
    json[u"mood"_s] = 1;
    QCOMPARE(faultsOf(fromJson<ServerInfo>(json)),
             QStringList({u"signIn:unknown_value"_s, u"mood:unknown_field"_s}));
    const auto info = fromJson<ServerInfo>(json, Unknown::Ignored);
    QVERIFY(info);
    QCOMPARE(info->apiVersion, 9);
    QCOMPARE(info->signIn, QList{SignInMethod::Password});
}

QTEST_APPLESS_MAIN(ServerInfoTest)
#include "tst_serverinfo.moc"
