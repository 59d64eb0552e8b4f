// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/requestdrafts.h"
#include "tests/support/app/workplace.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Drafts on the disk: whose they are, and what happens when it goes wrong.
class TestRequestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackWhole();
    void areNewestFirst();
    void belongToOnePerson();
    void areForNobodyElseToRead();
    void aBrokenFileIsLeftAlone();
    void aFullDiskIsSaid();

private:
    static RequestDraft draft(const QString &title, int minute = 0)
    {
        return {.id = QUuid::createUuid(),
                .savedAt = FakeDesk::noon().addSecs(60 * minute),
                .title = title};
    }
    static QStringList titles(const RequestDrafts &drafts)
    {
        QStringList found;
        for (const RequestDraft &one : drafts.drafts())
            found.append(one.title);
        return found;
    }
    static QStringList files(const Workplace &place)
    {
        QStringList found;
        QDirIterator all(place.folder() + u"/drafts"_s, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next());
        return found;
    }
};

void TestRequestDrafts::comeBackWhole()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    const RequestDraft whole{.id = QUuid::createUuid(),
                             .savedAt = FakeDesk::noon(),
                             .key = "8f0b9b8e"_ba,
                             .desk = DeskId(1),
                             .category = CategoryId(2),
                             .categoryName = u"Software"_s,
                             .requester = AccountId(7),
                             .title = u" half a  "_s,
                             .description = u"line\n\n"_s,
                             .priority = Priority::Urgent,
                             .tags = {u"vpn"_s},
                             .customFields = {{u"amount"_s, 2.5}},
                             .files = 3};
    {
        RequestDrafts drafts(place.session, place.client, place.disk(),
                             place.folder() + u"/drafts"_s);
        drafts.keep(whole);
        QCOMPARE(drafts.drafts(), QList<RequestDraft>{whole});
    } // and is written by then
    RequestDrafts again(place.session, place.client, place.disk(), place.folder() + u"/drafts"_s);
    QTRY_COMPARE(again.drafts(), QList<RequestDraft>{whole});
    again.discard(whole.id);
    QVERIFY(again.drafts().isEmpty());
    QTRY_COMPARE(files(place), QStringList());
}

void TestRequestDrafts::areNewestFirst()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    RequestDraft older = draft(u"older"_s, 1);
    place.drafts.keep(older);
    place.drafts.keep(draft(u"newer"_s, 2));
    QCOMPARE(titles(place.drafts), (QStringList{u"newer"_s, u"older"_s}));
    older.savedAt = FakeDesk::noon().addSecs(600);
    place.drafts.keep(older);
    QCOMPARE(titles(place.drafts), (QStringList{u"older"_s, u"newer"_s}));
}

void TestRequestDrafts::belongToOnePerson()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    place.drafts.keep(draft(u"Jane's"_s));
    place.session.signOut();
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    QVERIFY(place.drafts.drafts().isEmpty());
    place.drafts.keep(draft(u"John's"_s));
    place.session.signOut();
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    QTRY_COMPARE(titles(place.drafts), QStringList{u"Jane's"_s});
}

void TestRequestDrafts::areForNobodyElseToRead()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    place.drafts.keep(draft(u"secret"_s));
    QTRY_COMPARE(files(place).size(), 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(files(place).first()) & others, QFile::Permissions());
}

void TestRequestDrafts::aBrokenFileIsLeftAlone()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    place.drafts.keep(draft(u"sound"_s));
    QTRY_COMPARE(files(place).size(), 1);
    QFile broken(QFileInfo(files(place).first()).path() + u"/broken.json"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"title\": \"hal");
    broken.close();
    RequestDrafts again(place.session, place.client, place.disk(), place.folder() + u"/drafts"_s);
    QTRY_COMPARE(titles(again), QStringList{u"sound"_s});
    QVERIFY(broken.exists());
}

void TestRequestDrafts::aFullDiskIsSaid()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    QFile inTheWay(place.folder() + u"/drafts"_s); // where the folder should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(&place.drafts, &RequestDrafts::notKept);
    place.drafts.keep(draft(u"nowhere"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().key, "draft.not_kept"_ba);
    QCOMPARE(titles(place.drafts), QStringList{u"nowhere"_s}); // as long as the program runs
}

QTEST_MAIN(TestRequestDrafts)
#include "tst_requestdrafts.moc"
