// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/replydrafts.h"

#include "app/store/outbox.h"
#include "common/base/jsonwriter.h"
#include "common/timeline/replydraft.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

/// So long typing goes on between two writes.
constexpr auto writePause = 250ms;

/// A message in the outbox as it would stand in the composer.
KeptReply sentReply(const OutboxItem &item)
{
    return {.ticket = item.ticket,
            .isInternal = item.kind == OutboxKind::Note,
            .text = item.body["message"_L1].toString(),
            .seen = item.seen,
            .files = item.files};
}

} // namespace

void read(JsonReader &reader, KeptReply &reply)
{
    reader.id("ticket"_L1, reply.ticket, Presence::Required);
    reader.flag("isInternal"_L1, reply.isInternal, Presence::Required);
    reader.text("text"_L1, reply.text, Presence::Required);
    reader.id("seen"_L1, reply.seen, Presence::Optional);
    reader.children("files"_L1, reply.files, Presence::Optional);
}

QJsonObject toJson(const KeptReply &reply)
{
    QJsonObject json{{u"ticket"_s, idToJson(reply.ticket)},
                     {u"isInternal"_s, reply.isInternal},
                     {u"text"_s, reply.text},
                     {u"files"_s, listToJson(reply.files)}};
    if (reply.seen)
        json[u"seen"_s] = idToJson(*reply.seen);
    return json;
}

ReplyDrafts::ReplyDrafts(const Session &session, const Api::Client &client, Outbox &outbox,
                         DiskQueue &disk, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_folder(session, client, disk, folder)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(writePause);
    connect(&m_pause, &QTimer::timeout, this, &ReplyDrafts::writePending);
    connect(&m_folder, &DraftFolder::closing, this, &ReplyDrafts::writePending);
    connect(&m_folder, &DraftFolder::opened, this, [this] {
        m_replies.clear();
        m_sentBefore.clear();
    });
    connect(&outbox, &Outbox::loaded, this, &ReplyDrafts::forgetSent);
    connect(&m_folder, &DraftFolder::loaded, this, &ReplyDrafts::load);
    connect(&m_folder, &DraftFolder::notWritten, this, &ReplyDrafts::notKept);
}

ReplyDrafts::~ReplyDrafts()
{
    writePending();
}

QString ReplyDrafts::nameOf(const Place &place)
{
    return QString::number(place.first.value()) + (place.second ? u"-note"_s : u"-reply"_s);
}

KeptReply ReplyDrafts::at(TicketId ticket, bool isInternal) const
{
    const auto found = m_replies.find({ticket, isInternal});
    return found == m_replies.end() ? KeptReply{.ticket = ticket, .isInternal = isInternal}
                                    : found->second;
}

void ReplyDrafts::keep(const KeptReply &reply)
{
    if (reply.text.isEmpty() && reply.files.isEmpty())
        return discard(reply.ticket, reply.isInternal);
    const Place place{reply.ticket, reply.isInternal};
    m_replies[place] = reply;
    m_unwritten.insert(place);
    if (!m_pause.isActive()) // not begun anew by each key: who types on is written, too
        m_pause.start();
    Q_EMIT changed(reply.ticket, reply.isInternal);
}

void ReplyDrafts::discard(TicketId ticket, bool isInternal)
{
    const Place place{ticket, isInternal};
    if (m_replies.erase(place) == 0)
        return;
    m_unwritten.erase(place);
    m_folder.remove(nameOf(place));
    Q_EMIT changed(ticket, isInternal);
}

QByteArray ReplyDrafts::send(const Ticket &ticket, const ReplyDraft &reply,
                             const QList<KeptFile> &files, std::chrono::milliseconds hold)
{
    const QByteArray key
            = m_outbox.add({.kind = reply.isInternal ? OutboxKind::Note : OutboxKind::Reply,
                            .ticket = ticket.id,
                            .ticketNumber = ticket.number,
                            .path = u"/tickets/%1/replies"_s.arg(ticket.id.value()),
                            .body = toJson(reply),
                            .files = files,
                            .seen = at(ticket.id, reply.isInternal).seen},
                           hold);
    discard(ticket.id, reply.isInternal); // on the disk after the outbox has it
    return key;
}

bool ReplyDrafts::takeBack(const QByteArray &key)
{
    const OutboxEntry *entry = m_outbox.find(key);
    if (!entry || entry->state == OutboxEntry::State::UnderWay)
        return false;
    // Kept first: what happens between the two makes two of it rather than none.
    const KeptReply taken = sentReply(entry->item);
    KeptReply reply = at(taken.ticket, taken.isInternal);
    reply.text = reply.text.isEmpty() ? taken.text : taken.text + u"\n\n"_s + reply.text;
    reply.files = taken.files + reply.files;
    reply.seen = taken.seen;
    keep(reply);
    writePending();
    m_outbox.takeBack(key);
    return true;
}

/// The program ended between the outbox having a message and its draft being gone.
void ReplyDrafts::forgetSent()
{
    for (const OutboxEntry &entry : m_outbox.entries())
        m_sentBefore.append(sentReply(entry.item));
}

void ReplyDrafts::load(const QList<QByteArray> &contents)
{
    for (const QByteArray &content : contents) {
        const auto reply = fromJsonBytes<KeptReply>(content, Unknown::Ignored);
        if (!reply)
            continue;
        const Place place{reply->ticket, reply->isInternal};
        const bool isSent = std::any_of(
                m_sentBefore.cbegin(), m_sentBefore.cend(), [&](const KeptReply &sent) {
                    return Place(sent.ticket, sent.isInternal) == place && sent.text == reply->text;
                });
        if (isSent && !m_replies.contains(place))
            m_folder.remove(nameOf(place));
        else if (m_replies.try_emplace(place, *reply).second) // what is being written is newer
            Q_EMIT changed(reply->ticket, reply->isInternal);
    }
}

void ReplyDrafts::writePending()
{
    m_pause.stop();
    for (const Place &place : std::as_const(m_unwritten))
        m_folder.write(nameOf(place), toJson(m_replies.at(place)));
    m_unwritten.clear();
}

} // namespace Deskbell::App
