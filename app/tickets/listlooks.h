// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/views/savedview.h"

namespace Deskbell::App {

class SavedViews;
class Settings;

/// How the list of a view looks.
struct ListLook
{
    TicketOrder order = {};
    QList<ViewColumn> columns = {}; ///< none: two lines for each ticket
};

/// Remembers for each view how its list looks: with the view itself where that is the person's to
/// change, on this computer for all others.
class ListLooks
{
public:
    ListLooks(Settings &settings, SavedViews &views);

    ListLook of(const QString &entry, const TicketFilter &filter) const;
    void keepOrder(const QString &entry, const TicketOrder &order);
    void keepColumns(const QString &entry, const QList<ViewColumn> &columns);

private:
    QJsonObject stored(const QString &entry) const;
    void store(const QString &entry, const QString &member, const QJsonValue &value);

    Settings &m_settings;
    SavedViews &m_views;
};

} // namespace Deskbell::App
