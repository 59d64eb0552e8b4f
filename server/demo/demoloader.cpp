// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoloader.h"

#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/team.h"
#include "common/tickets/ticketdraft.h"
#include "common/tickets/ticketrequests.h"
#include "common/timeline/replydraft.h"
#include "server/accounts/accountsetup.h"
#include "server/accounts/passwordhasher.h"
#include "server/attachments/blobstore.h"
#include "server/attachments/uploadservice.h"
#include "server/db/transaction.h"
#include "server/demo/democannedreplies.h"
#include "server/demo/demodata.h"
#include "server/demo/demoservicelevels.h"
#include "server/desks/categoryservice.h"
#include "server/desks/deskservice.h"
#include "server/desks/teamservice.h"
#include "server/tickets/ticketservice.h"
#include "server/tickets/tickettemplateservice.h"
#include "server/timeline/timelineservice.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Stands where it is put: each step of a conversation has its own time.
class DemoClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
};

template <class AnyId>
AnyId idOf(const QByteArray &json)
{
    return AnyId(QJsonDocument::fromJson(json).object().value("id"_L1).toInteger());
}

class DemoLoader
{
public:
    DemoLoader(const Environment &environment, Db::Connection &db, Demo::Data data)
        : m_now(environment.clock.now())
        , m_environment{.clock = m_clock,
                        .settings = environment.settings,
                        .blobs = environment.blobs,
                        .events = environment.events,
                        .passwords = environment.passwords,
                        .tokens = environment.tokens,
                        .connection = environment.connection}
        , m_db(db)
        , m_data(std::move(data))
    {}

    Result<> run();

private:
    Result<> addPeople();
    Result<> addDesk();
    Result<> addConversation(const Demo::Conversation &conversation);
    Result<TicketId> openTicket(const Demo::Conversation &conversation, const QDateTime &openedAt);
    Result<> takeStep(TicketId ticket, const Demo::Step &step);
    Result<QUuid> upload(Context &context, const QString &fileName);
    Context contextOf(const QString &username) const;

    struct Account
    {
        AccountId id;
        BuiltInRole role;
    };

    const QDateTime m_now;
    DemoClock m_clock;
    const Environment m_environment;
    Db::Connection &m_db;
    const Demo::Data m_data;
    QHash<QString, Account> m_accounts; ///< by user name
    QString m_administrator;
    DeskId m_desk;
    QHash<QString, CategoryId> m_categories;
    QHash<QString, TeamId> m_teams;
};

Context DemoLoader::contextOf(const QString &username) const
{
    const Account account = m_accounts.value(username);
    Grants grants;
    grants.addGlobal(permissionsOf(account.role));
    return {.db = m_db,
            .environment = m_environment,
            .principal
            = {.account = account.id, .session = {}, .displayName = username, .grants = grants},
            .requestId = "demo"};
}

Result<> DemoLoader::addPeople()
{
    for (const Demo::Person &person : m_data.people) {
        const auto hash = m_environment.passwords.hash(person.password);
        if (!hash)
            return fail(hash.error());
        const auto id = AccountSetup::add(m_db, {.username = person.username,
                                                 .email = person.email,
                                                 .passwordHash = *hash,
                                                 .role = person.role,
                                                 .createdAt = m_clock.now(),
                                                 .createdBy = u"demo data"_s});
        if (!id)
            return fail(id.error());
        m_accounts.insert(person.username, {.id = *id, .role = person.role});
        if (person.role == BuiltInRole::Administrator)
            m_administrator = person.username;
    }
    return {};
}

Result<> DemoLoader::addDesk()
{
    Context context = contextOf(m_administrator);
    const auto desk = DeskService::create(context, {.key = m_data.deskKey,
                                                    .name = m_data.desk.name,
                                                    .description = m_data.desk.description});
    if (!desk)
        return fail(desk.error());
    m_desk = idOf<DeskId>(desk->json);

    int position = 0;
    for (const Demo::CategoryPlan &plan : m_data.categories) {
        const auto category
                = CategoryService::create(context, {.desk = m_desk,
                                                    .name = plan.words.name,
                                                    .description = plan.words.description,
                                                    .position = ++position,
                                                    .fields = plan.fields});
        if (!category)
            return fail(category.error());
        m_categories.insert(plan.words.name, idOf<CategoryId>(category->json));
    }
    for (const Demo::TemplatePlan &plan : m_data.templates) {
        const auto made = TicketTemplateService::create(
                context, {.desk = m_desk,
                          .name = plan.name,
                          .title = plan.title,
                          .description = plan.description,
                          .category = m_categories.value(plan.category),
                          .tags = plan.tags});
        if (!made)
            return fail(made.error());
    }
    for (const Demo::TeamPlan &plan : m_data.teams) {
        QList<AccountId> members;
        for (const QString &member : plan.members)
            members.append(m_accounts.value(member).id);
        const auto team = TeamService::create(
                context, {.desk = m_desk, .name = plan.name, .members = members});
        if (!team)
            return fail(team.error());
        m_teams.insert(plan.name, idOf<TeamId>(team->json));
    }
    if (auto added = addCannedReplies(context, m_desk); !added)
        return added;
    return addServiceLevels(context, m_desk);
}

Result<QUuid> DemoLoader::upload(Context &context, const QString &fileName)
{
    const auto content = Demo::readFile(fileName);
    if (!content)
        return fail(content.error());
    const auto upload = createUpload(context, fileName, content->size());
    if (!upload)
        return fail(upload.error());
    auto file = m_environment.blobs.uploads().open(upload->id);
    if (!file)
        return fail(file.error());
    Sha256 sum;
    sum.add(*content);
    const Result<> done
            = file->append(*content).and_then([&] { return file->sync(); }).and_then([&] {
                  return completeUpload(context, *upload, sum);
              });
    if (!done)
        return fail(done.error());
    return upload->id;
}

Result<TicketId> DemoLoader::openTicket(const Demo::Conversation &conversation,
                                        const QDateTime &openedAt)
{
    m_clock.set(openedAt);
    Context context = contextOf(conversation.requester);
    TicketDraft draft{.title = conversation.title,
                      .description = conversation.description,
                      .priority = conversation.priority,
                      .desk = m_desk,
                      .category = m_categories.value(conversation.category)};
    for (const QString &file : conversation.files) {
        const auto id = upload(context, file);
        if (!id)
            return fail(id.error());
        draft.attachmentIds.append(*id);
    }
    const auto ticket = TicketService::create(context, draft);
    if (!ticket)
        return fail(ticket.error());
    const auto id = idOf<TicketId>((*ticket)->json);

    // What requesters do not set themselves: a minute later somebody sorts it.
    TicketPatch patch;
    if (!conversation.tags.isEmpty())
        patch.tags = conversation.tags;
    if (!conversation.team.isEmpty())
        patch.team = m_teams.value(conversation.team);
    if (conversation.dueInMinutes)
        patch.dueAt = m_now.addSecs(60 * *conversation.dueInMinutes);
    if (patch.fields().isEmpty())
        return id;
    m_clock.set(openedAt.addSecs(60));
    Context sorter = contextOf(m_administrator);
    if (const auto sorted = TicketService::change(sorter, id, patch, {}); !sorted)
        return fail(sorted.error());
    return id;
}

Result<> DemoLoader::takeStep(TicketId ticket, const Demo::Step &step)
{
    using Kind = Demo::Step::Kind;
    Context context = contextOf(step.by);
    const auto nothing = [](const auto &) {
    };
    switch (step.kind) {
    case Kind::Take:
        return TicketService::assign(context, ticket,
                                     {.assignedTo = {.kind = AssigneeChoice::Kind::Me}}, {})
                .map(nothing);
    case Kind::Status:
        return TicketService::changeStatus(context, ticket,
                                           {.status = step.toStatus, .reason = step.reason}, {})
                .map(nothing);
    case Kind::Reply:
    case Kind::Note:
    case Kind::Solution:
        return TimelineService::write(context, ticket,
                                      {.message = step.text,
                                       .isInternal = step.kind == Kind::Note,
                                       .isSolution = step.kind == Kind::Solution})
                .map(nothing);
    }
    Q_UNREACHABLE();
}

Result<> DemoLoader::addConversation(const Demo::Conversation &conversation)
{
    const QDateTime openedAt = m_now.addSecs(-60 * conversation.ageMinutes);
    const auto ticket = openTicket(conversation, openedAt);
    if (!ticket)
        return fail(ticket.error());
    for (const Demo::Step &step : conversation.steps) {
        m_clock.set(std::min(openedAt.addSecs(60 * step.afterMinutes), m_now));
        if (auto taken = takeStep(*ticket, step); !taken) {
            Error error = taken.error();
            error.detail += u" (demo: \"%1\", step of %2 after %3 min)"_s
                                    .arg(conversation.title, step.by)
                                    .arg(step.afterMinutes);
            return fail(error);
        }
    }
    return {};
}

Result<> DemoLoader::run()
{
    QList<Demo::Conversation> conversations = m_data.conversations;
    // Oldest first, so that numbers grow with time as on a real desk.
    std::sort(conversations.begin(), conversations.end(),
              [](const Demo::Conversation &a, const Demo::Conversation &b) {
                  return a.ageMinutes > b.ageMinutes;
              });
    m_clock.set(m_now.addSecs(-60 * (conversations.first().ageMinutes + 60)));
    if (auto added = addPeople(); !added)
        return added;
    if (auto added = addDesk(); !added)
        return added;
    for (const Demo::Conversation &conversation : std::as_const(conversations)) {
        if (auto added = addConversation(conversation); !added)
            return added;
    }
    return {};
}

} // namespace

Result<bool> loadDemo(const Environment &environment, Db::Connection &db)
{
    auto data = Demo::read();
    if (!data)
        return fail(data.error());
    return Db::inTransaction<bool>(db, [&]() -> Result<bool> {
        auto accounts = db.run("demo/select_any_account");
        if (!accounts)
            return fail(accounts.error());
        if (accounts->next())
            return false;
        if (auto loaded = DemoLoader(environment, db, *data).run(); !loaded)
            return fail(loaded.error());
        return true;
    });
}

} // namespace Deskbell::Server
