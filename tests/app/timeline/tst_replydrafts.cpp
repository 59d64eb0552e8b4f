// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/replydrafts.h"
#include "common/timeline/replydraft.h"
#include "tests/support/app/workplace.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
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
    void goToTheOutboxWhenSent();
    void comeBackFromTheOutbox();
    void areNotThereTwiceAfterACrash();
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
                          .files = {{QUuid::createUuid(), u"error.log"_s, 7}}};
    {
        ReplyDrafts drafts(place.session, place.client, place.outbox, place.disk(), root(place));
        drafts.keep(whole);
        drafts.keep(reply(u"to all"_s));
    } // and is written by then
    ReplyDrafts again(place.session, place.client, place.outbox, place.disk(), root(place));
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

void TestReplyDrafts::goToTheOutboxWhenSent()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.replies.keep(reply(u"about to go"_s));
    QTRY_COMPARE(files(place).size(), 1);
    const QList<KeptFile> with{{QUuid::createUuid(), u"a.png"_s, 3}};
    const QByteArray key = place.replies.send(FakeDesk::ticket(1), {.message = u"about to go"_s},
                                              with, std::chrono::hours(1));
    QCOMPARE(place.replies.at(TicketId(1), false), reply({}));
    const OutboxEntry *entry = place.outbox.find(key);
    QVERIFY(entry);
    QCOMPARE(entry->item.path, u"/tickets/1/replies"_s);
    QCOMPARE(entry->item.body["message"_L1].toString(), u"about to go"_s);
    QCOMPARE(entry->item.files, with);
    QCOMPARE(entry->state, OutboxEntry::State::Held);
    QTRY_COMPARE(files(place), QStringList());
}

void TestReplyDrafts::comeBackFromTheOutbox()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    const QList<KeptFile> with{{QUuid::createUuid(), u"a.png"_s, 3}};
    const QByteArray key = place.replies.send(FakeDesk::ticket(1), {.message = u"first"_s}, with,
                                              std::chrono::hours(1));
    place.replies.keep(reply(u"second"_s)); // what was typed meanwhile is not lost
    QVERIFY(place.replies.takeBack(key));
    QCOMPARE(place.replies.at(TicketId(1), false).text, u"first\n\nsecond"_s);
    QCOMPARE(place.replies.at(TicketId(1), false).files, with);
    QVERIFY(place.outbox.entries().isEmpty());
    QVERIFY(!place.replies.takeBack(key));
    QTRY_VERIFY(content(place).contains("second"));
}

/// Between the outbox having a message and its draft being gone the program was killed.
void TestReplyDrafts::areNotThereTwiceAfterACrash()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.desk.api.on("POST", u"/tickets/1/replies"_s, FakeApi::Reply::hang());
    place.replies.keep(reply(u"once"_s));
    place.replies.keep(reply(u"a note"_s, true));
    QTRY_COMPARE(files(place).size(), 2);
    const QString saved = place.folder() + u"/as-it-was"_s;
    const QString draft = files(place).filter(u"-reply"_s).value(0);
    QVERIFY(QFile::copy(draft, saved));
    place.replies.send(FakeDesk::ticket(1), {.message = u"once"_s}, {}, std::chrono::hours(1));
    QTRY_COMPARE(files(place).size(), 1);
    QVERIFY(QFile::copy(saved, draft)); // as if it had not been removed yet
    Outbox outbox(place.session, place.client, Clock::system(), place.disk(),
                  place.folder() + u"/outbox"_s);
    ReplyDrafts after(place.session, place.client, outbox, place.disk(), root(place));
    QTRY_COMPARE(after.at(TicketId(1), true).text, u"a note"_s);
    QTRY_COMPARE(outbox.entries().size(), 1);
    QCOMPARE(after.at(TicketId(1), false).text, QString());
    QTRY_COMPARE(files(place).size(), 1);
}

void TestReplyDrafts::goWhenThereIsNoText()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.replies.keep(reply(u"x"_s));
    place.replies.keep(reply(u"y"_s, true));
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
