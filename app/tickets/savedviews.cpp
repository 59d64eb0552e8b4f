// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/savedviews.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationmodel.h"
#include "app/tickets/ticketviews.h"
#include "app/tickets/viewdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "common/base/paging.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString iconOf(ViewScope scope)
{
    switch (scope) {
    case ViewScope::Personal: return u"star"_s;
    case ViewScope::Team: return u"team"_s;
    case ViewScope::Global: return u"globe"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

SavedViews::SavedViews(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    setObjectName(u"savedViews"_s);
    AppContext &context = window.context();
    connect(&context.session, &Session::accountChanged, this, &SavedViews::refresh);
    NavigationPane &pane = window.navigation();
    pane.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&pane, &QWidget::customContextMenuRequested, this, &SavedViews::showMenu);
    refresh();
}

SavedViews &SavedViews::of(MainWindow &window)
{
    auto *views = window.findChild<SavedViews *>({}, Qt::FindDirectChildrenOnly);
    Q_ASSERT(views);
    return *views;
}

const SavedView *SavedViews::viewOf(const QString &entry) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [&](const SavedView &view) {
        return entryOf(QString::number(view.id.value())) == entry;
    });
    return found == m_views.cend() ? nullptr : &*found;
}

bool SavedViews::mayChange(const SavedView &view) const
{
    const Me &me = m_window.context().session.me();
    return mayChangeView(me.grants, me.account.id, view);
}

void SavedViews::refresh()
{
    AppContext &context = m_window.context();
    if (context.session.state() != Session::State::SignedIn)
        return;
    m_call = context.client.fetch<Page<SavedView>>(Api::Request::get(u"/views"_s), this,
                                                   [this](const Result<Page<SavedView>> &page) {
                                                       // What is shown stays true enough.
                                                       if (page)
                                                           arrived(page->data);
                                                   });
}

void SavedViews::arrived(const QList<SavedView> &views)
{
    if (views == m_views)
        return;
    m_views = views;
    QList<EntrySpec> entries;
    for (const SavedView &view : std::as_const(m_views)) {
        entries.append({.id = entryOf(QString::number(view.id.value())),
                        .page = ticketsPageId,
                        .section = EntrySpec::Section::SavedViews,
                        .title = [name = view.name] { return name; },
                        .icon = iconOf(view.scope)});
    }
    m_window.setFurtherEntries(entries);
    Q_EMIT changed();
}

void SavedViews::askToSave(const ViewDraft &draft)
{
    openForm(draft, nullptr);
}

void SavedViews::edit(const SavedView &view)
{
    openForm({.name = view.name,
              .scope = view.scope,
              .team = view.team ? view.team->id : TeamId(),
              .q = view.q,
              .order = view.order,
              .columns = view.columns,
              .position = view.position},
             &view);
}

void SavedViews::openForm(const ViewDraft &draft, const SavedView *view)
{
    auto *dialog = new ViewDialog(m_window.context(), draft, view, &m_window);
    connect(dialog, &EntityDialog::saved, this, [this](const QJsonObject &entity) {
        const auto made = fromJson<SavedView>(entity, Unknown::Ignored);
        if (!made)
            return refresh();
        QList<SavedView> views = m_views;
        views.removeIf([&](const SavedView &one) { return one.id == made->id; });
        views.append(*made);
        arrived(views);
        refresh(); // the order is the server's
        Q_EMIT saved(entryOf(QString::number(made->id.value())));
    });
    dialog->open();
}

void SavedViews::remove(const SavedView &view)
{
    const QString others = view.scope == ViewScope::Personal
                                   ? tr("The tickets in it stay where they are.")
                                   : tr("It will be gone for everybody who has it. The tickets in "
                                        "it stay where they are.");
    ConfirmDialog::ask(&m_window,
                       {.title = tr("Remove the view “%1”?").arg(view.name),
                        .text = others,
                        .verb = tr("Remove view")},
                       [this, id = view.id](const Decision &decision) {
                           if (!decision.accepted)
                               return;
                           m_window.context().client.send(
                                   Api::Request::remove(u"/views/%1"_s.arg(id.value())), this,
                                   [this](const Result<Api::Answer> &answer) {
                                       if (!answer)
                                           Popups::of(&m_window).error(
                                                   tr("The view was not removed"), answer.error());
                                       refresh();
                                   });
                       });
}

void SavedViews::move(const SavedView &view, int step)
{
    QList<SavedView> peers;
    std::copy_if(m_views.cbegin(), m_views.cend(), std::back_inserter(peers),
                 [&](const SavedView &one) { return one.scope == view.scope && mayChange(one); });
    const auto at = std::find_if(peers.cbegin(), peers.cend(),
                                 [&](const SavedView &one) { return one.id == view.id; });
    const qsizetype from = at - peers.cbegin();
    const qsizetype to = from + step;
    if (at == peers.cend() || to < 0 || to >= peers.size())
        return;
    peers.move(from, to);
    for (qsizetype i = 0; i < peers.size(); ++i) {
        if (peers[i].position != i + 1)
            patch(peers[i].id, {.position = int(i) + 1});
    }
}

void SavedViews::keepLook(const SavedView &view, const TicketOrder &order,
                          const QList<ViewColumn> &columns)
{
    ViewPatch change;
    if (order != view.order)
        change.order = order;
    if (columns != view.columns)
        change.columns = columns;
    if (change != ViewPatch())
        patch(view.id, change);
}

void SavedViews::patch(ViewId id, const ViewPatch &patch)
{
    m_window.context().client.fetch<SavedView>(
            Api::Request::patch(u"/views/%1"_s.arg(id.value()), toJson(patch)), this,
            [this](const Result<SavedView> &changed) {
                if (!changed)
                    Popups::of(&m_window).error(tr("The view was not changed"), changed.error());
                refresh();
            });
}

void SavedViews::showMenu(const QPoint &place)
{
    NavigationPane &pane = m_window.navigation();
    const SavedView *view = viewOf(pane.indexAt(place).data(NavigationModel::IdRole).toString());
    if (!view || !mayChange(*view))
        return;
    auto *menu = new QMenu(&pane);
    menu->setObjectName(u"viewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The list may be another one when something is chosen.
    const auto add = [&](const QString &text, void (SavedViews::*act)(const SavedView &)) {
        menu->addAction(text, this, [this, id = view->id, act] {
            if (const SavedView *now = viewOf(entryOf(QString::number(id.value()))))
                (this->*act)(*now);
        });
    };
    const auto addMove = [&](const QString &text, int step) {
        menu->addAction(text, this, [this, id = view->id, step] {
            if (const SavedView *now = viewOf(entryOf(QString::number(id.value()))))
                move(*now, step);
        });
    };
    add(tr("&Edit and share…"), &SavedViews::edit);
    addMove(tr("Move &up"), -1);
    addMove(tr("Move &down"), 1);
    menu->addSeparator();
    add(tr("&Remove…"), &SavedViews::remove);
    menu->popup(pane.viewport()->mapToGlobal(place));
}

} // namespace Deskbell::App
