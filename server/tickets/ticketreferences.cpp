// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketreferences.h"

#include "server/tickets/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketReferences {

namespace {

/// An invalid id means none; another one must be there.
template <class Ref, class AnyId>
Result<std::optional<Ref>> lookUp(Context &context, const QString &field, AnyId id, DeskId desk,
                                  Result<std::optional<Ref>> (*select)(Db::Connection &, AnyId,
                                                                       DeskId))
{
    if (!id.isValid())
        return std::optional<Ref>();
    auto found = select(context.db, id, desk);
    if (found && !*found)
        return fail(Error::invalidField(field, "unknown"));
    return found;
}

} // namespace

Result<std::optional<CategoryRef>> category(Context &context, CategoryId id, DeskId desk)
{
    return lookUp(context, u"category"_s, id, desk, &TicketRepository::selectCategory);
}

Result<> checkValues(Context &context, const std::optional<CategoryRef> &category,
                     const QJsonObject &values, DeskId desk, FormValues which)
{
    if (!category)
        return {};
    auto form = TicketRepository::selectForm(context.db, category->id);
    if (!form)
        return fail(form.error());
    for (CustomField &field : *form)
        field.required = field.required && which == FormValues::All;
    QList<FieldError> faults;
    checkFormValues(*form, values, faults);
    for (const CustomField &field : std::as_const(*form)) {
        const AccountId person(values.value(field.key).toInteger());
        if (field.type != CustomFieldType::Person || !person.isValid())
            continue;
        auto known = TicketRepository::selectPerson(context.db, person, desk);
        if (!known)
            return fail(known.error());
        if (!*known)
            faults.append({.field = u"customFields."_s + field.key, .key = "unknown"});
    }
    if (!faults.isEmpty())
        return fail(invalidInput(faults));
    return {};
}

Result<std::optional<TeamRef>> team(Context &context, TeamId id, DeskId desk)
{
    return lookUp(context, u"team"_s, id, desk, &TicketRepository::selectTeam);
}

Result<PersonRef> requester(Context &context, AccountId id, DeskId desk)
{
    auto candidate = TicketRepository::selectPerson(context.db, id, desk);
    if (!candidate)
        return fail(candidate.error());
    if (!*candidate)
        return fail(Error::invalidField(u"requester"_s, "unknown"));
    return (*candidate)->person;
}

Result<std::optional<PersonRef>> assignee(Context &context, const AssigneeChoice &choice,
                                          DeskId desk)
{
    const AccountId id = choice.resolve(context.principal.account);
    if (!id.isValid())
        return std::optional<PersonRef>();
    auto candidate = TicketRepository::selectPerson(context.db, id, desk);
    if (!candidate)
        return fail(candidate.error());
    if (!*candidate)
        return fail(Error::invalidField(u"assignedTo"_s, "unknown"));
    if (!(*candidate)->assignable)
        return fail(Error::invalidField(u"assignedTo"_s, "not_assignable"));
    return std::optional((*candidate)->person);
}

} // namespace Deskbell::Server::TicketReferences
