// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/accounts/personref.h"

#include <QComboBox>
#include <QTimer>

namespace Deskbell::App {

struct AppContext;

/// Where one names a person: type a part of the name, choose from those whom the server finds.
class PersonField : public QComboBox
{
    Q_OBJECT

public:
    explicit PersonField(AppContext &context, QWidget *parent = nullptr);

    /// Nobody unless one of those found is chosen or written out.
    AccountId person() const;
    QString personName() const;

Q_SIGNALS:
    /// The server has named people, or said why not.
    void searched();

private:
    void search();
    int chosenRow() const;

    AppContext &m_context;
    QTimer m_pause;
    int m_generation = 0;
};

} // namespace Deskbell::App
