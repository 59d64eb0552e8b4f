// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/replydrafts.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

/// So long typing goes on between two writes.
constexpr auto writePause = 250ms;

} // namespace

void read(JsonReader &reader, KeptReply &reply)
{
    QString key;
    reader.id("ticket"_L1, reply.ticket, Presence::Required);
    reader.flag("isInternal"_L1, reply.isInternal, Presence::Required);
    reader.text("text"_L1, reply.text, Presence::Required);
    reader.id("seen"_L1, reply.seen, Presence::Optional);
    reader.text("despiteClaim"_L1, reply.despiteClaim, Presence::Optional);
    reader.text("key"_L1, key, Presence::Optional);
    reply.key = key.toLatin1();
    reader.object("body"_L1, reply.body, Presence::Optional);
}

QJsonObject toJson(const KeptReply &reply)
{
    QJsonObject json{{u"ticket"_s, idToJson(reply.ticket)},
                     {u"isInternal"_s, reply.isInternal},
                     {u"text"_s, reply.text},
                     {u"despiteClaim"_s, reply.despiteClaim},
                     {u"key"_s, QString::fromLatin1(reply.key)},
                     {u"body"_s, reply.body}};
    if (reply.seen)
        json[u"seen"_s] = idToJson(*reply.seen);
    return json;
}

ReplyDrafts::ReplyDrafts(const Session &session, const Api::Client &client, const QString &folder,
                         QObject *parent)
    : QObject(parent)
    , m_folder(session, client, folder)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(writePause);
    connect(&m_pause, &QTimer::timeout, this, &ReplyDrafts::writePending);
    connect(&m_folder, &DraftFolder::closing, this, &ReplyDrafts::writePending);
    connect(&m_folder, &DraftFolder::opened, this, [this] { m_replies.clear(); });
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
    if (reply.text.isEmpty())
        return discard(reply.ticket, reply.isInternal);
    const Place place{reply.ticket, reply.isInternal};
    m_replies[place] = reply;
    m_unwritten.insert(place);
    if (!m_pause.isActive()) // not begun anew by each key: who types on is written, too
        m_pause.start();
    Q_EMIT changed(reply.ticket, reply.isInternal);
}

void ReplyDrafts::keepNow(const KeptReply &reply)
{
    keep(reply);
    writePending();
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

void ReplyDrafts::writePending()
{
    m_pause.stop();
    for (const Place &place : std::as_const(m_unwritten))
        m_folder.write(nameOf(place), toJson(m_replies.at(place)));
    m_unwritten.clear();
}

void ReplyDrafts::load(const QList<QByteArray> &contents)
{
    for (const QByteArray &content : contents) {
        const auto reply = fromJsonBytes<KeptReply>(content, Unknown::Ignored);
        // What is being written already is newer.
        if (reply && m_replies.try_emplace({reply->ticket, reply->isInternal}, *reply).second)
            Q_EMIT changed(reply->ticket, reply->isInternal);
    }
}

} // namespace Deskbell::App
