// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/tokensigner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using Deskbell::Server::TokenSigner;

namespace {

const QByteArray key(32, 'k');
const QDateTime now = QDateTime::fromString(u"2026-11-21T09:30:00.500Z"_s, Qt::ISODateWithMs);

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token as somebody else might make it.
QByteArray forged(const QByteArray &header, const QByteArray &payload,
                  QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256,
                  const QByteArray &signingKey = key)
{
    const QByteArray content = encoded(header) + '.' + encoded(payload);
    return content + '.' + encoded(QMessageAuthenticationCode::hash(content, signingKey, hash));
}

constexpr auto goodHeader = R"({"alg":"HS256","typ":"JWT"})";

QByteArray payload(const QByteArray &extra = {})
{
    return R"({"sub":"7","sid":9,"exp":)" + QByteArray::number(now.toSecsSinceEpoch() + 60) + extra
           + '}';
}

QByteArray outcome(const Result<TokenSigner::Claims> &claims)
{
    return claims ? "accepted"_ba : claims.error().key;
}

} // namespace

class TestTokenSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAccountAndSession();
    void livesAsLongAsItIsTold();
    void livesTenMinutes_data();
    void livesTenMinutes();
    void refusesForgeries_data();
    void refusesForgeries();
    void refusesEveryAlteredCharacter();

private:
    const TokenSigner m_signer{key};
};

void TestTokenSigner::namesAccountAndSession()
{
    const auto claims = m_signer.verify(
            m_signer.issue({.account = AccountId(7), .session = SessionId(90000000001)}, now), now);
    QVERIFY(claims);
    QCOMPARE(claims->account, AccountId(7));
    QCOMPARE(claims->session, SessionId(90000000001));
}

void TestTokenSigner::livesTenMinutes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("at once") << 0 << "accepted"_ba;
    QTest::newRow("the last second") << 599 << "accepted"_ba;
    QTest::newRow("ten minutes") << 600 << "auth.token_expired"_ba;
    QTest::newRow("a day") << 86400 << "auth.token_expired"_ba;
}

void TestTokenSigner::livesTenMinutes()
{
    QFETCH(int, seconds);
    QFETCH(QByteArray, expected);
    const QByteArray token
            = m_signer.issue({.account = AccountId(7), .session = SessionId(9)}, now);
    QCOMPARE(outcome(m_signer.verify(token, now.addSecs(seconds))), expected);
}

void TestTokenSigner::livesAsLongAsItIsTold()
{
    const TokenSigner brief(key, std::chrono::seconds(5));
    const QByteArray token = brief.issue({.account = AccountId(7), .session = SessionId(9)}, now);
    QCOMPARE(outcome(brief.verify(token, now.addSecs(4))), "accepted"_ba);
    QCOMPARE(outcome(brief.verify(token, now.addSecs(5))), "auth.token_expired"_ba);
}

void TestTokenSigner::refusesForgeries_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray invalid = "auth.token_invalid";
    const QByteArray content = encoded(goodHeader) + '.' + encoded(payload());
    const QByteArray none = encoded(R"({"alg":"none","typ":"JWT"})") + '.' + encoded(payload());

    QTest::newRow("as we make them") << forged(goodHeader, payload()) << "accepted"_ba;
    QTest::newRow("empty") << QByteArray() << invalid;
    QTest::newRow("not a token") << "hello"_ba << invalid;
    QTest::newRow("two parts") << content << invalid;
    QTest::newRow("no signature") << content + '.' << invalid;
    QTest::newRow("alg none, no signature") << none + '.' << invalid;
    QTest::newRow("alg none, two parts") << none << invalid;
    QTest::newRow("alg none, signed") << forged(R"({"alg":"none"})", payload()) << invalid;
    QTest::newRow("alg nOnE") << forged(R"({"alg":"nOnE"})", payload()) << invalid;
    QTest::newRow("HS384 with our key")
            << forged(R"({"alg":"HS384","typ":"JWT"})", payload(), QCryptographicHash::Sha384)
            << invalid;
    QTest::newRow("HS512 with our key")
            << forged(R"({"alg":"HS512","typ":"JWT"})", payload(), QCryptographicHash::Sha512)
            << invalid;
    QTest::newRow("says RS256") << forged(R"({"alg":"RS256","typ":"JWT"})", payload()) << invalid;
    QTest::newRow("no alg") << forged(R"({"typ":"JWT"})", payload()) << invalid;
    QTest::newRow("another key") << forged(goodHeader, payload(), QCryptographicHash::Sha256,
                                           QByteArray(32, 'x'))
                                 << invalid;
    QTest::newRow("empty key") << forged(goodHeader, payload(), QCryptographicHash::Sha256, {})
                               << invalid;
    QTest::newRow("no account") << forged(goodHeader, R"({"sid":9,"exp":4000000000})") << invalid;
    QTest::newRow("account 0") << forged(goodHeader, R"({"sub":"0","sid":9,"exp":4000000000})")
                               << invalid;
    QTest::newRow("account as a number")
            << forged(goodHeader, R"({"sub":7,"sid":9,"exp":4000000000})") << invalid;
    QTest::newRow("account as a word")
            << forged(goodHeader, R"({"sub":"me","sid":9,"exp":4000000000})") << invalid;
    QTest::newRow("no session") << forged(goodHeader, R"({"sub":"7","exp":4000000000})") << invalid;
    QTest::newRow("session as text")
            << forged(goodHeader, R"({"sub":"7","sid":"9","exp":4000000000})") << invalid;
    QTest::newRow("negative session")
            << forged(goodHeader, R"({"sub":"7","sid":-9,"exp":4000000000})") << invalid;
    QTest::newRow("lives for ever") << forged(goodHeader, R"({"sub":"7","sid":9})") << invalid;
    QTest::newRow("end as text") << forged(goodHeader, R"({"sub":"7","sid":9,"exp":"4000000000"})")
                                 << invalid;
    QTest::newRow("payload is a list") << forged(goodHeader, "[]") << invalid;
    QTest::newRow("payload is no JSON") << forged(goodHeader, "sub=7") << invalid;
    QTest::newRow("expired and of another key")
            << forged(goodHeader, R"({"sub":"7","sid":9,"exp":1})", QCryptographicHash::Sha256,
                      QByteArray(32, 'x'))
            << invalid;
}

void TestTokenSigner::refusesForgeries()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome(m_signer.verify(token, now)), expected);
}

void TestTokenSigner::refusesEveryAlteredCharacter()
{
    const QByteArray token
            = m_signer.issue({.account = AccountId(7), .session = SessionId(9)}, now);
    for (qsizetype i = 0; i < token.size(); ++i) {
        QByteArray altered = token;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!m_signer.verify(altered, now), qPrintable(u"position %1"_s.arg(i)));
    }
}

QTEST_GUILESS_MAIN(TestTokenSigner)
#include "tst_tokensigner.moc"
