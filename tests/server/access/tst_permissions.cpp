// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

QByteArray idOf(const Answer &answer)
{
    if (answer.status != 201)
        qFatal("not made: %s", answer.body.constData());
    return QByteArray::number(answer.json.value("id"_L1).toInteger());
}

/// Something that a permission is for, tried by somebody.
using Action = std::function<Answer(TicketHarness &, const Person &)>;

/// Who holds `needed` may, and who holds all of them but the permission may not.
struct Use
{
    Permission permission;
    QStringList needed; ///< beside the permission itself
    int refusal;        ///< 404 where it is about seeing
    Action act;
};

Answer patchTicket(TicketHarness &api, TicketId ticket, const Person &by, const QJsonObject &json)
{
    return api.patch(TicketHarness::path(ticket), by, json);
}

/// A reply of jane's and its path.
QByteArray janesReply(TicketHarness &api)
{
    const TicketId ticket = api.makeTicket(api.jane).id;
    return TicketHarness::path(ticket, "/replies/" + idOf(api.reply(api.jane, ticket, u"Hm"_s)));
}

/// Time that alex spent, and its path.
QByteArray alexsTime(TicketHarness &api)
{
    const TicketId ticket = api.makeTicket(api.jane).id;
    const Answer made = api.post(TicketHarness::path(ticket, "/time-entries"), api.alex,
                                 {{u"minutes"_s, 15}, {u"day"_s, u"2020-01-15"_s}});
    return TicketHarness::path(ticket, "/time-entries/")
           + QByteArray::number(made.data().first()["id"_L1].toInteger());
}

/// A template whose one step asks somebody.
QJsonObject templateOf(TicketHarness &api, const Person &asked)
{
    return {{u"desk"_s, api.desk.value()},
            {u"name"_s, u"Approved by "_s + asked.username},
            {u"steps"_s, QJsonArray{QJsonObject{{u"name"_s, u"One"_s},
                                                {u"people"_s, QJsonArray{asked.id.value()}}}}}};
}

/// A submitted ticket of a desk with approvals that asks somebody.
TicketId askedToApprove(TicketHarness &api, const Person &asked)
{
    const DeskId desk = api.addWorkflowDesk(u"A%1"_s.arg(asked.id.value()), u"approval"_s);
    QJsonObject draft = templateOf(api, asked);
    draft[u"desk"_s] = desk.value();
    const qint64 made = idOf(api.post("/approval-templates", api.admin, draft)).toLongLong();
    api.patch("/desks/" + QByteArray::number(desk.value()), api.admin,
              {{u"approvalTemplate"_s, made}});
    const TicketId ticket = api.makeTicket(api.jane, {{u"desk"_s, desk.value()}}).id;
    api.setStatus(api.jane, ticket, u"waiting_approval"_s);
    return ticket;
}

const QList<Use> &uses()
{
    const QString all = u"ticket.view_all"_s;
    static const QList<Use> list{
            {Permission::TicketCreate,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/tickets", by,
                                 {{u"title"_s, u"No light"_s}, {u"desk"_s, api.desk.value()}});
             }},
            {Permission::TicketCreateForOthers,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/tickets", by,
                                 {{u"title"_s, u"No light"_s},
                                  {u"desk"_s, api.desk.value()},
                                  {u"requester"_s, api.jane.id.value()}});
             }},
            {Permission::TicketViewTeam,
             {},
             404,
             [](TicketHarness &api, const Person &by) {
                 const qint64 team = idOf(api.post("/teams", api.admin,
                                                   {{u"name"_s, u"Team of "_s + by.username},
                                                    {u"desk"_s, api.desk.value()},
                                                    {u"members"_s, QJsonArray{by.id.value()}}}))
                                             .toLongLong();
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 patchTicket(api, ticket, api.admin, {{u"team"_s, team}});
                 return api.get(TicketHarness::path(ticket), by);
             }},
            {Permission::TicketViewAll,
             {},
             404,
             [](TicketHarness &api, const Person &by) {
                 return api.get(TicketHarness::path(api.makeTicket(api.jane).id), by);
             }},
            {Permission::TicketViewRestricted,
             {},
             404,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 patchTicket(api, ticket, api.admin, {{u"visibility"_s, u"restricted"_s}});
                 return api.get(TicketHarness::path(ticket), by);
             }},
            {Permission::TicketEditOwn,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return patchTicket(api, api.makeTicket(by).id, by, {{u"title"_s, u"Dark"_s}});
             }},
            {Permission::TicketEdit,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return patchTicket(api, api.makeTicket(api.jane).id, by,
                                    {{u"priority"_s, u"high"_s}});
             }},
            {Permission::TicketReply,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.reply(by, api.makeTicket(api.jane).id, u"Is it plugged in?"_s);
             }},
            {Permission::TicketNote,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.reply(by, api.makeTicket(api.jane).id, u"Again"_s,
                                  {{u"isInternal"_s, true}});
             }},
            {Permission::TicketAssign,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(TicketHarness::path(api.makeTicket(api.jane).id, "/assign"), by,
                                 {{u"assignedTo"_s, api.alex.id.value()}});
             }},
            {Permission::TicketTransfer,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(
                         TicketHarness::path(api.makeTicket(api.jane).id, "/transfer"), by,
                         {{u"assignedTo"_s, api.alex.id.value()}, {u"reason"_s, u"Knows it"_s}});
             }},
            {Permission::TicketChangeStatus,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.setStatus(by, api.makeTicket(api.jane).id, u"in_progress"_s);
             }},
            {Permission::TicketClose,
             {all, u"ticket.change_status"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 api.forceStatus(ticket, u"resolved"_s);
                 return api.post(TicketHarness::path(ticket, "/close"), by);
             }},
            {Permission::TicketReopen,
             {all, u"ticket.change_status"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 api.forceStatus(ticket, u"closed"_s);
                 return api.setStatus(by, ticket, u"in_progress"_s);
             }},
            {Permission::TicketDelete,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.remove(TicketHarness::path(api.makeTicket(api.jane).id), by);
             }},
            {Permission::TicketRestore,
             {all},
             404,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 api.remove(TicketHarness::path(ticket), api.lead);
                 return api.post(TicketHarness::path(ticket, "/restore"), by);
             }},
            {Permission::TicketMerge,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(TicketHarness::path(api.makeTicket(api.jane).id, "/merge"), by,
                                 {{u"into"_s, api.makeTicket(api.jane).id.value()}});
             }},
            {Permission::TicketBulk,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/bulk", by,
                                 {{u"ids"_s, QJsonArray{1}},
                                  {u"change"_s, QJsonObject{{u"priority"_s, u"high"_s}}}});
             }},
            {Permission::CommentEditOwn,
             {all, u"ticket.reply"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = api.makeTicket(api.jane).id;
                 const QByteArray reply = idOf(api.reply(by, ticket, u"Hm"_s));
                 return api.patch(TicketHarness::path(ticket, "/replies/" + reply), by,
                                  {{u"message"_s, u"Better"_s}});
             }},
            {Permission::CommentEditAny,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.patch(janesReply(api), by, {{u"message"_s, u"Better"_s}});
             }},
            {Permission::CommentDeleteAny,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.remove(janesReply(api), by);
             }},
            {Permission::TicketNote,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.get(TicketHarness::path(api.makeTicket(api.jane).id, "/checklist"), by);
             }},
            {Permission::TicketNote,
             {all, u"ticket.edit"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(TicketHarness::path(api.makeTicket(api.jane).id, "/time-entries"),
                                 by, {{u"minutes"_s, 5}, {u"day"_s, u"2020-01-15"_s}});
             }},
            {Permission::TicketEdit,
             {all, u"ticket.note"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(TicketHarness::path(api.makeTicket(api.jane).id, "/checklist"), by,
                                 {{u"text"_s, u"Look at it"_s}});
             }},
            {Permission::CommentEditAny,
             {all, u"ticket.note"_s, u"ticket.edit"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.patch(alexsTime(api), by, {{u"minutes"_s, 20}});
             }},
            {Permission::CommentDeleteAny,
             {all, u"ticket.note"_s, u"ticket.edit"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.remove(alexsTime(api), by);
             }},
            {Permission::UserView,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.get("/users", by);
             }},
            {Permission::UserManage,
             {u"report.view"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const Person other = api.addPerson(u"colleague of "_s + by.username,
                                                    QStringList{u"report.view"_s});
                 return api.patch("/users/" + QByteArray::number(other.id.value()), by,
                                  {{u"displayName"_s, u"Another name"_s}});
             }},
            {Permission::UserManage,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.get(
                         "/users/" + QByteArray::number(api.jane.id.value()) + "/permissions", by);
             }},
            {Permission::RoleManage,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/roles", by,
                                 {{u"name"_s, u"Role by "_s + by.username},
                                  {u"permissions"_s, QJsonArray()}});
             }},
            {Permission::TeamManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(
                         "/teams", by,
                         {{u"name"_s, u"Team by "_s + by.username}, {u"desk"_s, api.desk.value()}});
             }},
            {Permission::DeskManage,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/desks", by, {{u"key"_s, u"NEW"_s}, {u"name"_s, u"New"_s}});
             }},
            {Permission::WorkflowManage,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 const qint64 workflow
                         = api.get("/workflows", api.admin).data().first()["id"_L1].toInteger();
                 return api.patch("/workflows/" + QByteArray::number(workflow), by,
                                  {{u"name"_s, u"Ours"_s}});
             }},
            {Permission::WorkflowManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post(
                         "/triggers", by,
                         {{u"name"_s, u"Trigger by "_s + by.username},
                          {u"desk"_s, api.desk.value()},
                          {u"moment"_s, u"created"_s},
                          {u"actions"_s, QJsonArray{QJsonObject{{u"do"_s, u"set_priority"_s},
                                                                {u"value"_s, u"high"_s}}}}});
             }},
            {Permission::CategoryManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/categories", by,
                                 {{u"name"_s, u"Category by "_s + by.username},
                                  {u"desk"_s, api.desk.value()}});
             }},
            {Permission::ApprovalDecide,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const TicketId ticket = askedToApprove(api, by);
                 return api.post(TicketHarness::path(ticket, "/approvals/decision"), by,
                                 {{u"decision"_s, u"approve"_s}});
             }},
            {Permission::ApprovalManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/approval-templates", by, templateOf(api, by));
             }},
            {Permission::SlaManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 const QJsonObject hours{
                         {u"day"_s, u"mon"_s}, {u"from"_s, u"09:00"_s}, {u"to"_s, u"17:00"_s}};
                 return api.post("/calendars", by,
                                 {{u"name"_s, u"Calendar by "_s + by.username},
                                  {u"desk"_s, api.desk.value()},
                                  {u"timeZone"_s, u"UTC"_s},
                                  {u"periods"_s, QJsonArray{hours}}});
             }},
            {Permission::CannedManage,
             {u"ticket.create"_s},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.post("/canned-replies", by,
                                 {{u"name"_s, u"Reply by "_s + by.username},
                                  {u"scope"_s, u"desk"_s},
                                  {u"desk"_s, api.desk.value()},
                                  {u"text"_s, u"Hello"_s}});
             }},
            {Permission::AuditView,
             {},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.get("/activity", by);
             }},
            {Permission::ReportView,
             {all},
             403,
             [](TicketHarness &api, const Person &by) {
                 return api.get("/reports/dashboard", by);
             }},
    };
    return list;
}

/// Named by roles already, asked by nothing yet; and ticket.view_own says only what everybody sees
/// who has to do with a ticket.
const QList<Permission> unused{
        Permission::TicketViewOwn,  Permission::TicketExport,  Permission::AuditManage,
        Permission::SettingsManage, Permission::SystemOperate,
};

/// "TicketViewOwn" for "ticket.view_own".
QString enumeratorOf(const QString &code)
{
    QString name;
    for (const QString &word : code.split(QRegularExpression(u"[._]"_s)))
        name += word.first(1).toUpper() + word.mid(1);
    return name;
}

} // namespace

/// Each permission: with it something can be done, without it that is refused.
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_api.emplace(); }
    void cleanupTestCase() { m_api.reset(); }
    void everyPermissionHasItsUse();
    void allowsAndRefuses_data();
    void allowsAndRefuses();

private:
    std::optional<TicketHarness> m_api;
};

void TestPermissions::everyPermissionHasItsUse()
{
    QSet<Permission> known(unused.begin(), unused.end());
    for (const Use &use : uses())
        known.insert(use.permission);
    for (const auto &row : WireEnum<Permission>::names) {
        const QString code = toWire(row.value);
        QVERIFY2(known.contains(row.value), qPrintable(code));
    }
    // Whoever asks for one of the unused ones is to add what it is for.
    QDirIterator sources(QStringLiteral(DESKBELL_SOURCE_DIR "/server"), {u"*.cpp"_s, u"*.sql"_s},
                         QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const Permission permission : unused) {
            const QString code = toWire(permission);
            QVERIFY2(!text.contains(u'\'' + code + u'\'')
                             && !text.contains(u"Permission::"_s + enumeratorOf(code)),
                     qPrintable(file.fileName() + u": "_s + code));
        }
    }
}

void TestPermissions::allowsAndRefuses_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < uses().size(); ++i)
        QTest::addRow("%s %d", codeOf(uses()[i].permission).constData(), int(i)) << int(i);
}

void TestPermissions::allowsAndRefuses()
{
    QFETCH(int, index);
    const Use &use = uses()[index];
    const QString code = toWire(use.permission);
    // Somebody holds something; report.view counts for reports alone.
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    const Person without = m_api->addPerson(
            u"without "_s + row, use.needed.isEmpty() ? QStringList{u"report.view"_s} : use.needed);
    const Answer refused = use.act(*m_api, without);
    QVERIFY2(refused.status == use.refusal, refused.body.constData());
    if (refused.key() == "access.denied")
        QVERIFY(refused.json.contains("permission"_L1));
    else if (refused.status == 403)
        QCOMPARE(refused.key(), "workflow.not_permitted"_ba);

    const Person with = m_api->addPerson(u"with "_s + row, use.needed + QStringList{code});
    const Answer allowed = use.act(*m_api, with);
    QVERIFY2(allowed.status >= 200 && allowed.status < 300, allowed.body.constData());

    // Held for another desk it counts nowhere else.
    if (use.permission == Permission::TicketViewAll) {
        const DeskId other = m_api->addWorkflowDesk(u"ELSE"_s, u"helpdesk"_s);
        const Person elsewhere
                = m_api->addPerson(u"elsewhere"_s, use.needed + QStringList{code}, other);
        QCOMPARE(use.act(*m_api, elsewhere).status, use.refusal);
    }
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
