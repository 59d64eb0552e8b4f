// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"
#include "common/base/error.h"
#include "common/base/result.h"

#include <QList>
#include <QStringList>

/// The language of the search box (`status:open assignee:me older:3d -printer "blue screen"`): one
/// parser for the server, the app and saved views.
///
/// Terms stand beside each other and must all hold; `-` before one negates it; values after a field
/// are alternatives, separated by commas; quotes hold together what has spaces.
namespace Deskbell {

/// What a term is about.
enum class FindField {
    Text, ///< words in the ticket itself
    Status,
    Priority,
    Desk,
    Category,
    Team,
    Assignee,
    Requester,
    Tag,
    Number,
    Created,
    Updated,
    Closed,
    Due,
    Older,
    Newer,
    Sla, ///< how the service level stands
    Is,
    Has,
};

template <>
struct WireEnum<FindField>
{
    static constexpr auto names = std::to_array<WireName<FindField>>({
            {FindField::Text, "text"},         {FindField::Status, "status"},
            {FindField::Priority, "priority"}, {FindField::Desk, "desk"},
            {FindField::Category, "category"}, {FindField::Team, "team"},
            {FindField::Assignee, "assignee"}, {FindField::Requester, "requester"},
            {FindField::Tag, "tag"},           {FindField::Number, "number"},
            {FindField::Created, "created"},   {FindField::Updated, "updated"},
            {FindField::Closed, "closed"},     {FindField::Due, "due"},
            {FindField::Older, "older"},       {FindField::Newer, "newer"},
            {FindField::Sla, "sla"},           {FindField::Is, "is"},
            {FindField::Has, "has"},
    });
};

/// `is:…`
enum class FindState { Open, Closed, Waiting, Overdue, Assigned, Unassigned, Restricted, Watching };

template <>
struct WireEnum<FindState>
{
    static constexpr auto names = std::to_array<WireName<FindState>>({
            {FindState::Open, "open"},
            {FindState::Closed, "closed"},
            {FindState::Waiting, "waiting"},
            {FindState::Overdue, "overdue"},
            {FindState::Assigned, "assigned"},
            {FindState::Unassigned, "unassigned"},
            {FindState::Restricted, "restricted"},
            {FindState::Watching, "watching"},
    });
};

/// `has:…`
enum class FindPart { Attachment, Reply, Note, Due, Tag, Team };

template <>
struct WireEnum<FindPart>
{
    static constexpr auto names = std::to_array<WireName<FindPart>>({
            {FindPart::Attachment, "attachment"},
            {FindPart::Reply, "reply"},
            {FindPart::Note, "note"},
            {FindPart::Due, "due"},
            {FindPart::Tag, "tag"},
            {FindPart::Team, "team"},
    });
};

/// One term. Where it stood is not a part of its value.
struct FindTerm
{
    /// How a text is meant.
    enum class Form {
        Word,   ///< in any of its inflections
        Prefix, ///< `print*`
        Phrase, ///< in this order
    };

    FindField field = FindField::Text;
    bool negated = false;
    QStringList values = {}; ///< alternatives; one for Text
    Form form = Form::Word;  ///< of Text
    qsizetype position = 0;  ///< in the text, in UTF-16 units
    qsizetype length = 0;

    friend bool operator==(const FindTerm &a, const FindTerm &b)
    {
        return a.field == b.field && a.negated == b.negated && a.values == b.values
               && a.form == b.form;
    }
};

struct FindQuery
{
    QList<FindTerm> terms = {};

    bool isEmpty() const { return terms.isEmpty(); }
    /// Whether it looks for words, so that there is something to rank and to highlight.
    bool hasWords() const;
    /// Whether words are a part of it at all, be it that they must not be there.
    bool hasText() const;
    /// Whether what it finds depends on the time.
    bool hasTimes() const;
    friend bool operator==(const FindQuery &, const FindQuery &) = default;
};

/// Why a text is no query: the word that is wrong (in UTF-16 units of the text), a stable key
/// ("query_unknown_field") and what a translation of it needs.
struct FindFault
{
    qsizetype position = 0;
    qsizetype length = 0;
    QByteArray key = {};
    QJsonObject params = {};

    /// As the faulty field of a request.
    FieldError toFieldError(const QString &field) const;
};

constexpr qsizetype maxFindTerms = 30;
constexpr qsizetype maxFindValues = 30; ///< of one term

/// The query, or the first word of it that is wrong.
struct ParsedFind
{
    FindQuery query = {};
    std::optional<FindFault> fault = {};
};
ParsedFind parseFind(QStringView text);

/// What parseFind() reads back as the same query.
QString toText(const FindQuery &query);
/// A value as it is written after a field, quoted where it must be.
QString quotedFindValue(const QString &value);

} // namespace Deskbell
