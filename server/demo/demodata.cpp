// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demodata.h"

#include "common/base/jsonreader.h"
#include "server/import/csvreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Deskbell {

template <>
struct WireEnum<Server::Demo::Step::Kind>
{
    using Kind = Server::Demo::Step::Kind;
    static constexpr auto names = std::to_array<WireName<Kind>>({{Kind::Take, "take"},
                                                                 {Kind::Reply, "reply"},
                                                                 {Kind::Note, "note"},
                                                                 {Kind::Solution, "solution"},
                                                                 {Kind::Status, "status"}});
};

} // namespace Deskbell

namespace Deskbell::Server::Demo {

void read(JsonReader &reader, Step &step)
{
    reader.integer("afterMinutes"_L1, step.afterMinutes, Presence::Required);
    reader.text("by"_L1, step.by, Presence::Required);
    reader.enumValue("do"_L1, step.kind, Presence::Required);
    reader.text("text"_L1, step.text, Presence::Required);
    reader.text("to"_L1, step.toStatus, Presence::Optional);
    reader.text("reason"_L1, step.reason, Presence::Optional);
}

void read(JsonReader &reader, Conversation &conversation)
{
    reader.text("requester"_L1, conversation.requester, Presence::Required);
    reader.text("category"_L1, conversation.category, Presence::Required);
    reader.text("team"_L1, conversation.team, Presence::Optional);
    reader.enumValue("priority"_L1, conversation.priority, Presence::Required);
    reader.text("title"_L1, conversation.title, Presence::Required);
    reader.text("description"_L1, conversation.description, Presence::Required);
    reader.texts("tags"_L1, conversation.tags, Presence::Optional);
    reader.texts("files"_L1, conversation.files, Presence::Optional);
    reader.integer("ageMinutes"_L1, conversation.ageMinutes, Presence::Required);
    reader.integer("dueInMinutes"_L1, conversation.dueInMinutes, Presence::Optional);
    reader.children("steps"_L1, conversation.steps, Presence::Required);
}

void read(JsonReader &reader, NamedText &text)
{
    reader.text("name"_L1, text.name, Presence::Required);
    reader.text("description"_L1, text.description, Presence::Required);
}

void read(JsonReader &reader, CategoryPlan &category)
{
    read(reader, category.words);
    reader.children("fields"_L1, category.fields, Presence::Optional);
}

void read(JsonReader &reader, TemplatePlan &plan)
{
    reader.text("name"_L1, plan.name, Presence::Required);
    reader.text("title"_L1, plan.title, Presence::Required);
    reader.text("description"_L1, plan.description, Presence::Required);
    reader.text("category"_L1, plan.category, Presence::Required);
    reader.texts("tags"_L1, plan.tags, Presence::Optional);
}

void read(JsonReader &reader, TeamPlan &team)
{
    reader.text("name"_L1, team.name, Presence::Required);
    reader.texts("members"_L1, team.members, Presence::Required);
}

void read(JsonReader &reader, Data &data)
{
    QJsonObject desk;
    reader.object("desk"_L1, desk, Presence::Required);
    data.deskKey = desk.value("key"_L1).toString();
    data.desk = {.name = desk.value("name"_L1).toString(),
                 .description = desk.value("description"_L1).toString()};
    reader.children("categories"_L1, data.categories, Presence::Required);
    reader.children("templates"_L1, data.templates, Presence::Required);
    reader.children("teams"_L1, data.teams, Presence::Required);
    reader.children("tickets"_L1, data.conversations, Presence::Required);
}

namespace {

Result<QByteArray> readResource(const QString &path)
{
    QFile file(u":/demo/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"The demo file %1 is missing from the program."_s.arg(path)));
    return file.readAll();
}

Result<QList<Person>> readPeople()
{
    QFile file(u":/demo/accounts.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"The demo accounts are missing from the program."_s));
    CsvReader reader(file);
    QList<Person> people;
    for (bool header = true;; header = false) {
        auto fields = reader.next();
        if (!fields)
            return fail(fields.error());
        if (!*fields)
            return people;
        if (header)
            continue;
        const auto role = fromWire<BuiltInRole>((*fields)->value(2).toLower());
        if ((*fields)->size() != 4 || !role)
            return fail(Error::internal(
                    u"Line %1 of the demo accounts is wrong."_s.arg(reader.line())));
        people.append({.username = (*fields)->at(0),
                       .email = (*fields)->at(1),
                       .role = *role,
                       .password = (*fields)->at(3)});
    }
}

} // namespace

Result<Data> read()
{
    const auto json = readResource(u"conversations.json"_s);
    if (!json)
        return fail(json.error());
    auto data = fromJsonBytes<Data>(*json);
    if (!data)
        return data;
    auto people = readPeople();
    if (!people)
        return fail(people.error());
    data->people = std::move(*people);
    return data;
}

Result<QByteArray> readFile(const QString &name)
{
    return readResource(u"files/"_s + name);
}

} // namespace Deskbell::Server::Demo
