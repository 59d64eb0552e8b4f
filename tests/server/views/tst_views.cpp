// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/views/savedview.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Saved views: who has which, who may change them, and how many tickets they have.
class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void keepsASearch();
    void changesAndSharesIt();
    void whoHasWhich();
    void whoMayMakeWhich();
    void othersAreNotThere();
    void refusals_data();
    void refusals();
    void versionsMatter();
    void hasAnEnd();
    void countsWhatOneSees();
    void countsStandardViews();
    void countsUpToALimit();
    void leavesOutWhatCannotBeRead();

private:
    Answer make(const Person &by, const QString &name, QJsonObject more = {})
    {
        more[u"name"_s] = name;
        return m_api->post("/views", by, more);
    }
    QStringList names(const Person &by) { return m_api->get("/views", by).column(u"name"_s); }
    QHash<QString, int> counts(const Person &by)
    {
        QHash<QString, int> counts;
        for (const QJsonValue &one : m_api->get("/view-counts", by).data())
            counts.insert(one["view"_L1].toString(), one["count"_L1].toInt());
        return counts;
    }
    static QByteArray pathOf(const Answer &view)
    {
        return "/views/" + QByteArray::number(view.json["id"_L1].toInteger());
    }

    std::optional<TicketHarness> m_api;
    qint64 m_team = 0; ///< alex is in it
};

void TestViews::init()
{
    m_api.emplace();
    m_team = m_api->post("/teams", m_api->admin,
                         {{u"name"_s, u"Floor"_s},
                          {u"desk"_s, m_api->desk.value()},
                          {u"members"_s, QJsonArray{m_api->alex.id.value()}}})
                     .json["id"_L1]
                     .toInteger();
}

void TestViews::keepsASearch()
{
    const QJsonArray columns{QJsonObject{{u"field"_s, u"number"_s}, {u"width"_s, 90}},
                             QJsonObject{{u"field"_s, u"title"_s}, {u"width"_s, 0}}};
    const Answer made = make(m_api->alex, u"  VPN "_s,
                             {{u"q"_s, u"is:open \"vpn\""_s},
                              {u"sort"_s, u"createdAt"_s},
                              {u"columns"_s, columns},
                              {u"position"_s, 3}});
    QCOMPARE(made.status, 201);
    const auto view = decoded<SavedView>(made);
    QCOMPARE(view.name, u"VPN"_s);
    QCOMPARE(view.scope, ViewScope::Personal);
    QCOMPARE(view.owner.id, m_api->alex.id);
    QCOMPARE(view.q, u"is:open \"vpn\""_s);
    QCOMPARE(view.order, (TicketOrder{TicketSort::CreatedAt, Qt::AscendingOrder}));
    QCOMPARE(view.columns, (QList<ViewColumn>{{TicketField::Number, 90}, {TicketField::Title, 0}}));
    QCOMPARE(view.position, 3);
    QCOMPARE(m_api->get("/views", m_api->alex).data().first().toObject(), made.json);
    QCOMPARE(toJson(view), made.json);
}

void TestViews::changesAndSharesIt()
{
    const Answer made = make(m_api->lead, u"One"_s, {{u"q"_s, u"is:open"_s}});
    Answer changed = m_api->patch(pathOf(made), m_api->lead,
                                  {{u"name"_s, u"Two"_s},
                                   {u"q"_s, u"is:closed"_s},
                                   {u"sort"_s, u"-title"_s},
                                   {u"columns"_s, QJsonArray{QJsonObject{{u"field"_s, u"tags"_s}}}},
                                   {u"position"_s, 1}});
    QCOMPARE(changed.status, 200);
    auto view = decoded<SavedView>(changed);
    QCOMPARE(view.name, u"Two"_s);
    QCOMPARE(view.order, (TicketOrder{TicketSort::Title, Qt::DescendingOrder}));
    QCOMPARE(view.version, 2);

    changed = m_api->patch(pathOf(made), m_api->lead,
                           {{u"scope"_s, u"team"_s}, {u"team"_s, m_team}});
    QCOMPARE(changed.status, 200);
    view = decoded<SavedView>(changed);
    QCOMPARE(view.scope, ViewScope::Team);
    QCOMPARE(view.team->name, u"Floor"_s);
    QCOMPARE(view.desk, m_api->desk);
    QCOMPARE(names(m_api->alex), QStringList{u"Two"_s});

    changed = m_api->patch(pathOf(made), m_api->lead, {{u"scope"_s, u"personal"_s}});
    QCOMPARE(changed.status, 200);
    QVERIFY(!decoded<SavedView>(changed).team);
    QVERIFY(names(m_api->alex).isEmpty());
    QCOMPARE(m_api->patch(pathOf(made), m_api->lead, {{u"name"_s, u"Two"_s}}).json["version"_L1],
             changed.json["version"_L1]);

    QCOMPARE(m_api->remove(pathOf(made), m_api->lead).status, 204);
    QVERIFY(names(m_api->lead).isEmpty());
}

void TestViews::whoHasWhich()
{
    make(m_api->alex, u"of alex"_s);
    make(m_api->jane, u"of jane"_s);
    QCOMPARE(make(m_api->lead, u"of the team"_s, {{u"scope"_s, u"team"_s}, {u"team"_s, m_team}})
                     .status,
             201);
    QCOMPARE(make(m_api->admin, u"of all"_s, {{u"scope"_s, u"global"_s}}).status, 201);
    QCOMPARE(names(m_api->alex), (QStringList{u"of alex"_s, u"of the team"_s, u"of all"_s}));
    QCOMPARE(names(m_api->emily), QStringList{u"of all"_s});
    QCOMPARE(names(m_api->observer), QStringList{u"of all"_s});
    QCOMPARE(names(m_api->lead), (QStringList{u"of the team"_s, u"of all"_s}));
    QCOMPARE(names(m_api->jane), QStringList{u"of jane"_s});
    QCOMPARE(names(m_api->mike), QStringList());
}

void TestViews::whoMayMakeWhich()
{
    const QJsonObject team{{u"scope"_s, u"team"_s}, {u"team"_s, m_team}};
    const QJsonObject global{{u"scope"_s, u"global"_s}};
    QCOMPARE(make(m_api->alex, u"a"_s, team).status, 403);
    QCOMPARE(make(m_api->jane, u"a"_s, team).faults(), QStringList{u"team:unknown"_s});
    QCOMPARE(make(m_api->lead, u"a"_s, global).status, 403);
    QCOMPARE(make(m_api->alex, u"a"_s, global).status, 403);
    const Answer own = make(m_api->alex, u"a"_s);
    QCOMPARE(m_api->patch(pathOf(own), m_api->alex, team).status, 403);
    QCOMPARE(m_api->patch(pathOf(own), m_api->alex, global).status, 403);
    // Who has it need not be who may change it.
    const Answer shared = make(m_api->lead, u"b"_s, team);
    QCOMPARE(m_api->patch(pathOf(shared), m_api->alex, {{u"name"_s, u"c"_s}}).status, 403);
    QCOMPARE(m_api->remove(pathOf(shared), m_api->alex).status, 403);
    const Answer all = make(m_api->admin, u"d"_s, global);
    QCOMPARE(m_api->patch(pathOf(all), m_api->lead, {{u"name"_s, u"e"_s}}).status, 403);
    QCOMPARE(m_api->patch(pathOf(all), m_api->admin, {{u"name"_s, u"e"_s}}).status, 200);
}

void TestViews::othersAreNotThere()
{
    const Answer own = make(m_api->alex, u"a"_s);
    for (const Person &other : {m_api->emily, m_api->admin, m_api->jane}) {
        QCOMPARE(m_api->patch(pathOf(own), other, {{u"name"_s, u"b"_s}}).status, 404);
        QCOMPARE(m_api->remove(pathOf(own), other).status, 404);
    }
}

void TestViews::refusals_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("fault");
    QTest::newRow("query") << QJsonObject{{u"q"_s, u"is:lost"_s}} << u"q:query_unknown_value"_s;
    QTest::newRow("long query") << QJsonObject{{u"q"_s, u"x"_s.repeated(maxSearchLength + 1)}}
                                << u"q:too_long"_s;
    QTest::newRow("order") << QJsonObject{{u"sort"_s, u"beauty"_s}} << u"sort:unknown_value"_s;
    QTest::newRow("column") << QJsonObject{{u"columns"_s,
                                            QJsonArray{QJsonObject{{u"field"_s, u"soul"_s}}}}}
                            << u"columns[0].field:unknown_value"_s;
    QTest::newRow("column twice") << QJsonObject{{u"columns"_s,
                                                  QJsonArray{QJsonObject{{u"field"_s, u"tags"_s}},
                                                             QJsonObject{{u"field"_s, u"tags"_s}}}}}
                                  << u"columns:not_unique"_s;
    QTest::newRow("width") << QJsonObject{{u"columns"_s,
                                           QJsonArray{QJsonObject{{u"field"_s, u"tags"_s},
                                                                  {u"width"_s, -1}}}}}
                           << u"columns[0].width:out_of_range"_s;
    QTest::newRow("name") << QJsonObject{{u"name"_s, u" "_s}} << u"name:required"_s;
    QTest::newRow("team of a personal one") << QJsonObject{{u"team"_s, 1}} << u"team:invalid"_s;
    QTest::newRow("no team") << QJsonObject{{u"scope"_s, u"team"_s}} << u"team:required"_s;
    QTest::newRow("unknown team") << QJsonObject{{u"scope"_s, u"team"_s}, {u"team"_s, 999}}
                                  << u"team:unknown"_s;
    QTest::newRow("unknown member")
            << QJsonObject{{u"colour"_s, u"red"_s}} << u"colour:unknown_field"_s;
}

void TestViews::refusals()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, fault);
    QJsonObject draft = more;
    if (!draft.contains(u"name"_s))
        draft[u"name"_s] = u"a"_s;
    const Answer answer = m_api->post("/views", m_api->lead, draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{fault});
}

void TestViews::versionsMatter()
{
    const Answer made = make(m_api->alex, u"a"_s);
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"name"_s, u"b"_s}}, 1).status, 200);
    QCOMPARE(m_api->patch(pathOf(made), m_api->alex, {{u"name"_s, u"c"_s}}, 1).status, 412);
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex, 1).status, 412);
    QCOMPARE(m_api->remove(pathOf(made), m_api->alex, 2).status, 204);
}

void TestViews::hasAnEnd()
{
    m_api->database.execute(u"INSERT INTO ticket.saved_view (name, scope, owner_id, sort)"
                            " SELECT n::text, 'personal', %1, '-updatedAt'"
                            " FROM generate_series(1, %2) n"_s.arg(m_api->alex.id.value())
                                    .arg(maxViews));
    const Answer answer = make(m_api->alex, u"one more"_s);
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.key(), "view.too_many"_ba);
}

/// The same view has as many tickets as each of those who have it sees.
void TestViews::countsWhatOneSees()
{
    m_api->makeTicket(m_api->jane, {{u"title"_s, u"Printer jam"_s}});
    const Ticket restricted = m_api->makeTicket(m_api->jane, {{u"title"_s, u"Printer fire"_s}});
    m_api->patch(TicketHarness::path(restricted.id), m_api->admin,
                 {{u"visibility"_s, u"restricted"_s}});
    QCOMPARE(m_api->reply(m_api->alex,
                          m_api->makeTicket(m_api->jane, {{u"title"_s, u"Something else"_s}}).id,
                          u"printer again"_s, {{u"isInternal"_s, true}})
                     .status,
             201);
    const QString view
            = QString::number(make(m_api->admin, u"Printers"_s,
                                   {{u"scope"_s, u"global"_s}, {u"q"_s, u"is:open printer"_s}})
                                      .json["id"_L1]
                                      .toInteger());
    QCOMPARE(counts(m_api->admin)[view], 3);
    QCOMPARE(counts(m_api->alex)[view], 2);
    QCOMPARE(counts(m_api->observer)[view], 1);
    QVERIFY(!counts(m_api->jane).contains(view));
}

void TestViews::countsStandardViews()
{
    const Ticket one = m_api->makeTicket(m_api->jane);
    m_api->makeTicket(m_api->jane, {{u"dueAt"_s, u"2020-01-01T00:00:00Z"_s}});
    QCOMPARE(m_api->post(TicketHarness::path(one.id, "/assign"), m_api->alex,
                         {{u"assignedTo"_s, u"me"_s}})
                     .status,
             200);
    const auto all = counts(m_api->alex);
    QCOMPARE(all.size(), 7);
    QCOMPARE(all[u"mine"_s], 1);
    QCOMPARE(all[u"unassigned"_s], 1);
    QCOMPARE(all[u"open"_s], 2);
    QCOMPARE(all[u"overdue"_s], 1);
    QCOMPARE(all[u"requested"_s], 0);
    QCOMPARE(counts(m_api->jane), (QHash<QString, int>{{u"requested"_s, 2}}));
}

void TestViews::countsUpToALimit()
{
    m_api->makeTicket(m_api->jane);
    m_api->database.execute(
            u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
            " status_category, requester_id, created_by, updated_by)"
            " SELECT desk_id, 1000 + n, title, workflow_version_id, status, status_category,"
            " requester_id, created_by, updated_by FROM ticket.ticket, generate_series(1, 999) n"_s);
    // Documents of many would have to be read for one that looks for words.
    const auto saved = [&](const QString &q) {
        return QString::number(make(m_api->alex, q, {{u"q"_s, q}}).json["id"_L1].toInteger());
    };
    const QHash<QString, int> limits{{u"open"_s, mostViewCounted},
                                     {saved(u"is:open"_s), mostViewCounted},
                                     {saved(u"is:open -unheard"_s), mostTextViewCounted}};
    int seen = 0;
    for (const QJsonValue &one : m_api->get("/view-counts", m_api->alex).data()) {
        const QString view = one["view"_L1].toString();
        if (!limits.contains(view))
            continue;
        ++seen;
        QCOMPARE(one["count"_L1].toInt(), limits[view]);
        QCOMPARE(one["more"_L1].toBool(), true);
    }
    QCOMPARE(seen, 3);
}

/// A language may lose a word; the other counters are there all the same.
void TestViews::leavesOutWhatCannotBeRead()
{
    m_api->database.execute(u"INSERT INTO ticket.saved_view (name, scope, owner_id, sort, query)"
                            " VALUES ('old', 'personal', %1, '-updatedAt', 'gone:x')"_s.arg(
                                    m_api->alex.id.value()));
    QCOMPARE(counts(m_api->alex).size(), 7);
    QCOMPARE(names(m_api->alex), QStringList{u"old"_s});
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
