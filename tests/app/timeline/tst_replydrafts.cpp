// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/replydrafts.h"
#include "tests/support/app/workplace.h"

#include <QDeadlineTimer>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// What is being written to tickets, on the disk.
class TestReplyDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackWhole();
    void areWrittenWhileOneTypes();
    void areWrittenAtOnceBeforeSending();
    void goWhenThereIsNoText();
    void belongToOnePerson();
    void aFullDiskIsSaid();

private:
    static KeptReply reply(const QString &text, bool isInternal = false)
    {
        return {.ticket = TicketId(1), .isInternal = isInternal, .text = text};
    }
    static QString root(const Workplace &place) { return place.folder() + u"/replies"_s; }
    static QStringList files(const Workplace &place)
    {
        QStringList found;
        QDirIterator all(root(place), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next());
        return found;
    }
    static QByteArray content(const Workplace &place)
    {
        QByteArray all;
        for (const QString &path : files(place)) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
};

void TestReplyDrafts::comeBackWhole()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    const KeptReply whole{.ticket = TicketId(1),
                          .isInternal = true,
                          .text = u" half a  \n\n"_s,
                          .seen = TimelineEntryId(5),
                          .despiteClaim = u"urgent"_s,
                          .key = "8f0b9b8e"_ba,
                          .body = {{u"message"_s, u"half"_s}}};
    {
        ReplyDrafts drafts(place.session, place.client, root(place));
        drafts.keep(whole);
        drafts.keep(reply(u"to all"_s));
    } // and is written by then
    ReplyDrafts again(place.session, place.client, root(place));
    QSignalSpy changed(&again, &ReplyDrafts::changed);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(again.at(TicketId(1), true), whole);
    QCOMPARE(again.at(TicketId(1), false), reply(u"to all"_s));
}

void TestReplyDrafts::areWrittenWhileOneTypes()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    // Never a pause: it is written all the same.
    int typed = 0;
    QTimer keys;
    connect(&keys, &QTimer::timeout, &place.replies,
            [&] { place.replies.keep(reply(QString(++typed, u'x'))); });
    keys.start(10);
    QTRY_VERIFY(content(place).contains("xxxxx"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(files(place).first()) & others, QFile::Permissions());
}

void TestReplyDrafts::areWrittenAtOnceBeforeSending()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    KeptReply sending = reply(u"about to go"_s);
    sending.key = "6a6f"_ba;
    place.replies.keepNow(sending);
    // No timer can go off meanwhile.
    for (QDeadlineTimer end(5000); !content(place).contains("6a6f") && !end.hasExpired();)
        QThread::yieldCurrentThread();
    ReplyDrafts after(place.session, place.client, root(place)); // as after a crash
    QTRY_COMPARE(after.at(TicketId(1), false).key, "6a6f"_ba);
}

void TestReplyDrafts::goWhenThereIsNoText()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.replies.keepNow(reply(u"x"_s));
    place.replies.keepNow(reply(u"y"_s, true));
    QTRY_COMPARE(files(place).size(), 2);
    place.replies.keep(reply({}));
    place.replies.discard(TicketId(1), true);
    QTRY_COMPARE(files(place), QStringList());
}

void TestReplyDrafts::belongToOnePerson()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.replies.keep(reply(u"John's"_s)); // on its way to the disk when Jane comes
    place.session.signOut();
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    QCOMPARE(place.replies.at(TicketId(1), false).text, QString());
    place.replies.keep(reply(u"Jane's"_s));
    place.session.signOut();
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    QTRY_COMPARE(place.replies.at(TicketId(1), false).text, u"John's"_s);
}

void TestReplyDrafts::aFullDiskIsSaid()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    QFile inTheWay(root(place)); // where the folder should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(&place.replies, &ReplyDrafts::notKept);
    place.replies.keep(reply(u"nowhere"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().key, "draft.not_kept"_ba);
    QCOMPARE(place.replies.at(TicketId(1), false).text, u"nowhere"_s); // as long as it runs
}

QTEST_MAIN(TestReplyDrafts)
#include "tst_replydrafts.moc"
