// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulkoperations.h"

#include "app/bulk/bulkdialog.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/widgets/popups.h"

#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::App {

namespace {

constexpr auto pollInterval = 5s;

QString bulkPath(BulkId bulk, const QString &rest = {})
{
    return u"/bulk/%1%2"_s.arg(bulk.value()).arg(rest);
}

} // namespace

BulkOperations::BulkOperations(AppContext &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    connect(&context.events, &EventStream::received, this, &BulkOperations::eventReceived);
    connect(&context.events, &EventStream::resetRequired, this, &BulkOperations::findRunning);
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        for (const Bulk &bulk : atWork())
            ask(bulk.id);
    });
    findRunning();
}

void BulkOperations::findRunning()
{
    if (!m_context.session.can(Permission::TicketBulk))
        return;
    m_context.client.get<Page<Bulk>>(u"/bulk"_s, this, [this](const Result<Page<Bulk>> &page) {
        for (const Bulk &bulk : page ? page->data : QList<Bulk>()) {
            if (isAtWork(bulk.state) && !m_followed.contains(bulk.id.value()))
                follow(bulk, {}, {});
        }
    });
}

void BulkOperations::run(const BulkRequest &request, const QString &what, const BulkWatch &watch)
{
    m_context.client.fetch<Bulk>(
            Api::Request::post(u"/bulk"_s, toJson(request)), this,
            [=, this](const Result<Bulk> &bulk) {
                if (!bulk) {
                    if (watch.ended)
                        watch.ended();
                    Popups::of(m_window).error(tr("The tickets could not be changed"), bulk.error(),
                                               [=, this] { run(request, what, watch); });
                    return;
                }
                if (watch.begun)
                    watch.begun(bulk->id);
                follow(*bulk, what, watch);
            });
}

void BulkOperations::rehearse(const BulkRequest &request)
{
    BulkRequest rehearsal = request;
    rehearsal.rehearse = true;
    m_context.client.fetch<Bulk>(Api::Request::post(u"/bulk"_s, toJson(rehearsal)), this,
                                 [=, this](const Result<Bulk> &bulk) {
                                     if (!bulk) {
                                         Popups::of(m_window).error(
                                                 tr("The change could not be rehearsed"),
                                                 bulk.error(), [=, this] { rehearse(request); });
                                         return;
                                     }
                                     follow(*bulk, {}, {});
                                     showOutcome(*bulk);
                                 });
}

void BulkOperations::start(BulkId bulk)
{
    order(bulk, u"/run"_s, tr("The tickets could not be changed"), tr("The tickets are changed"));
}

void BulkOperations::cancel(BulkId bulk)
{
    order(bulk, u"/cancel"_s, tr("The operation could not be cancelled"), {});
}

void BulkOperations::undo(BulkId bulk)
{
    order(bulk, u"/undo"_s, tr("The operation could not be undone"), tr("The operation is undone"));
}

void BulkOperations::order(BulkId bulk, const QString &path, const QString &failed,
                           const QString &what)
{
    m_context.client.fetch<Bulk>(Api::Request::post(bulkPath(bulk, path)), this,
                                 [=, this](const Result<Bulk> &now) {
                                     if (now)
                                         return follow(*now, what, {});
                                     Popups::of(m_window).error(failed, now.error());
                                     ask(bulk);
                                 });
}

void BulkOperations::showOutcome(const Bulk &bulk)
{
    auto *dialog = new BulkDialog(m_context, *this, bulk, m_window);
    connect(dialog, &BulkDialog::ticketChosen, this, &BulkOperations::ticketChosen);
    dialog->show(); // not modal: one works on while the server does
}

void BulkOperations::follow(const Bulk &bulk, const QString &what, const BulkWatch &watch)
{
    Followed &followed = m_followed[bulk.id.value()];
    if (!what.isEmpty())
        followed.what = what;
    if (watch.ended)
        followed.watch = watch;
    arrived(bulk);
}

QList<Bulk> BulkOperations::atWork() const
{
    QList<Bulk> bulks;
    for (const Followed &followed : m_followed) {
        if (isAtWork(followed.bulk.state))
            bulks.append(followed.bulk);
    }
    return bulks;
}

void BulkOperations::eventReceived(const Event &event)
{
    if (event.type == EventType::BulkUpdated && m_followed.contains(event.id.value()))
        ask(BulkId(event.id.value()));
}

/// One question at a time, however fast it goes on.
void BulkOperations::ask(BulkId bulk)
{
    if (!m_followed.contains(bulk.value()))
        return;
    Followed &followed = m_followed[bulk.value()];
    if (followed.asked) {
        followed.again = true;
        return;
    }
    followed.asked = true;
    m_context.client.get<Bulk>(bulkPath(bulk), this, [this, bulk](const Result<Bulk> &now) {
        Followed &it = m_followed[bulk.value()];
        it.asked = false;
        const bool again = std::exchange(it.again, false);
        if (now)
            arrived(*now);
        if (again)
            ask(bulk);
    });
}

void BulkOperations::arrived(const Bulk &bulk)
{
    Followed &followed = m_followed[bulk.id.value()];
    followed.bulk = bulk;
    if (!isAtWork(bulk.state) && bulk.state != BulkState::Rehearsed) {
        const Followed ended = followed;
        followed.watch = {};
        followed.what.clear();
        if (ended.watch.ended)
            ended.watch.ended();
        if (!ended.what.isEmpty())
            sayWhatBecame(ended);
    }
    const bool busy = !atWork().isEmpty();
    if (busy != m_poll.isActive())
        busy ? m_poll.start() : m_poll.stop();
    Q_EMIT changed(bulk);
}

void BulkOperations::sayWhatBecame(const Followed &followed)
{
    const Bulk &bulk = followed.bulk;
    Popup popup{.kind = Popup::Kind::Success, .text = followed.what, .key = u"ticket.done"_s};
    const int refused = bulk.state == BulkState::Undone ? bulk.kept : bulk.refused;
    if (bulk.state == BulkState::Cancelled) {
        popup.kind = Popup::Kind::Info;
        popup.text = tr("Cancelled: %n ticket(s) were changed until then", nullptr, bulk.changed);
    } else if (refused > 0) {
        popup.kind = Popup::Kind::Warning;
        popup.advice = bulk.state == BulkState::Undone
                               ? tr("%n ticket(s) stay as they are", nullptr, refused)
                               : tr("%n ticket(s) could not be changed", nullptr, refused);
    }
    if (refused > 0) {
        popup.action = {.text = tr("Details"), .run = [this, bulk] {
                            showOutcome(bulk);
                        }};
    } else if (bulk.changed > 0) {
        popup.action = {.text = tr("Undo"), .run = [this, id = bulk.id] {
                            undo(id);
                        }};
    }
    Popups::of(m_window).show(popup);
}

} // namespace Deskbell::App
