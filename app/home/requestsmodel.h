// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

/// A TicketListModel that screen readers hear in the words of the requester.
class RequestsModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit RequestsModel(const Clock &clock, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const Clock &m_clock;
};

} // namespace Deskbell::App
