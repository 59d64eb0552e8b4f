// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/organisations/organisationrepository.h"

#include "server/api/namedpage.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::OrganisationRepository {

namespace {

Error named(const Error &error)
{
    if (error.params.value("constraint"_L1).toString() != "organisation_name"_L1)
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "organisation.name_taken",
            .detail = u"There is an organisation of that name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

Result<> done(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(named(rows.error()));
    return {};
}

} // namespace

Result<std::optional<Organisation>> lock(Db::Connection &db, OrganisationId organisation)
{
    auto rows = db.run("organisations/lock_organisation", {{":organisation", organisation}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Organisation{.id = organisation,
                        .name = rows->text(0),
                        .description = rows->text(1),
                        .version = int(rows->number(2))};
}

Result<std::optional<Entity>> selectAnswer(Db::Connection &db, OrganisationId organisation)
{
    auto rows = db.run("organisations/select_organisation", {{":organisation", organisation}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Entity{.json = rows->utf8(0), .version = int(rows->number(1))};
}

Result<OrganisationId> insert(Db::Connection &db, const OrganisationDraft &draft,
                              const Author &author)
{
    auto rows = db.run("organisations/insert_organisation", {{":name", draft.name},
                                                             {":description", draft.description},
                                                             {":by", author.account},
                                                             {":now", author.now}});
    if (!rows)
        return fail(named(rows.error()));
    if (!rows->next())
        return fail(Error::internal(u"An organisation was not stored."_s));
    return rows->id<OrganisationId>(0);
}

Result<> update(Db::Connection &db, const Organisation &organisation, const Author &author)
{
    return done(
            db.run("organisations/update_organisation", {{":organisation", organisation.id},
                                                         {":name", organisation.name},
                                                         {":description", organisation.description},
                                                         {":by", author.account},
                                                         {":now", author.now}}));
}

Result<> remove(Db::Connection &db, OrganisationId organisation, const Author &author)
{
    return done(db.run(
            "organisations/delete_organisation",
            {{":organisation", organisation}, {":by", author.account}, {":now", author.now}}));
}

Result<Listed> selectPage(Db::Connection &db, const OrganisationFilter &filter)
{
    const auto start = nameStart(filter.page);
    if (!start)
        return fail(start.error());
    auto rows
            = db.run("organisations/select_organisations", {{":search", filter.search},
                                                            {":after_name", start->name},
                                                            {":after_id", start->id},
                                                            {":skipped", start->skipped},
                                                            {":limit", filter.page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, filter.page, [&]() -> Result<qint64> {
        auto count = db.run("organisations/count_organisations", {{":search", filter.search}});
        if (!count)
            return fail(count.error());
        return count->next() ? count->number(0) : 0;
    });
}

} // namespace Deskbell::Server::OrganisationRepository
