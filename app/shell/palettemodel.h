// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"

#include <QAbstractListModel>
#include <QTimer>

namespace Deskbell::App {

class MainWindow;
struct AppContext;

/// What the command palette offers for what is typed: actions and views of the window at once,
/// tickets and people as soon as the server has named them. `>` asks for actions only, `#` for
/// tickets, `@` for people.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Action, View, Ticket, Person, Message };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        IdRole,
        HintRole,   ///< what it is: "View"
        KeysRole,   ///< of an action, in native text
        PlacesRole, ///< QList<int>: the letters that were typed
    };

    PaletteModel(AppContext &context, MainWindow &window, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setTyped(const QString &typed);
    /// Does what a row stands for, and remembers it.
    void run(Kind kind, const QString &id);

private:
    struct Row
    {
        Kind kind = Kind::Action;
        QString id = {};
        QString text = {};
        QString keys = {};
        QList<int> places = {};
        int score = 0;
        bool enabled = true;
    };
    void rebuild();
    void addActions(QList<Row> &rows) const;
    void addViews(QList<Row> &rows) const;
    void addRow(QList<Row> &rows, Row row) const;
    bool wants(Kind kind) const;
    void ask();
    void askForTickets();
    void askForPeople();

    AppContext &m_context;
    MainWindow &m_window;
    QString m_typed; ///< without the sign
    QChar m_sign;    ///< '>', '#', '@' or none
    QStringList m_recent;
    QList<Row> m_rows;
    QList<Row> m_tickets;
    QList<Row> m_people;
    QTimer m_pause;
    Api::ScopedCall m_ticketCall;
};

} // namespace Deskbell::App
