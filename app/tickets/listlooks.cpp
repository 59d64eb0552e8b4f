// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/listlooks.h"

#include "app/shell/settings.h"
#include "app/tickets/savedviews.h"
#include "common/base/jsonwriter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QList<ViewColumn> columnsIn(const QJsonArray &array)
{
    QList<ViewColumn> columns;
    for (const QJsonValue &one : array) {
        if (const auto column = fromJson<ViewColumn>(one.toObject(), Unknown::Ignored))
            columns.append(*column);
    }
    return columns;
}

} // namespace

ListLooks::ListLooks(Settings &settings, SavedViews &views)
    : m_settings(settings)
    , m_views(views)
{}

ListLook ListLooks::of(const QString &entry, const TicketFilter &filter) const
{
    ListLook look{.order = {.sort = filter.sort, .order = filter.order}};
    if (const SavedView *view = m_views.viewOf(entry)) {
        look.columns = view->columns;
        if (m_views.mayChange(*view))
            return look;
    }
    const QJsonObject object = stored(entry);
    if (const auto order = ticketOrderFromText(object["sort"_L1].toString()))
        look.order = *order;
    if (object.contains("columns"_L1))
        look.columns = columnsIn(object["columns"_L1].toArray());
    return look;
}

void ListLooks::keepOrder(const QString &entry, const TicketOrder &order)
{
    const SavedView *view = m_views.viewOf(entry);
    if (view && m_views.mayChange(*view))
        m_views.keepLook(*view, order, view->columns);
    else
        store(entry, u"sort"_s, toText(order));
}

void ListLooks::keepColumns(const QString &entry, const QList<ViewColumn> &columns)
{
    const SavedView *view = m_views.viewOf(entry);
    if (view && m_views.mayChange(*view))
        m_views.keepLook(*view, view->order, columns);
    else
        store(entry, u"columns"_s, listToJson(columns));
}

QJsonObject ListLooks::stored(const QString &entry) const
{
    return QJsonDocument::fromJson(m_settings.value(Keys::listLooks, entry).toUtf8()).object();
}

void ListLooks::store(const QString &entry, const QString &member, const QJsonValue &value)
{
    QJsonObject object = stored(entry);
    object[member] = value;
    m_settings.set(Keys::listLooks, entry,
                   QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace Deskbell::App
