// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/find/findquery.h"
#include "common/sla/servicelevel.h"
#include "server/base/context.h"

#include <QTimeZone>

/// What somebody looks for (`q`), made ready for a statement.
namespace Deskbell::Server {

class Conditions;
struct TicketViewer;

/// A text term as PostgreSQL takes it.
struct SearchTerm
{
    QString query = {};       ///< a tsquery; empty when there is nothing in it to be found
    bool common = false;      ///< holds sentences together and finds everything
    QStringList lexemes = {}; ///< the words themselves
    QStringList stems = {};   ///< what their inflections begin with
    bool prefix = false;      ///< the beginning of a word will do
    bool negated = false;
};

struct TicketSearch
{
    FindQuery query = {};
    QList<SearchTerm> terms = {}; ///< of each text term of the query, in order
    QDateTime now = {};
    QTimeZone zone = QTimeZone::utc(); ///< where the person's days begin and end

    /// Those that must be there, without mere signs: words like "the" only when there are no
    /// others.
    QList<SearchTerm> wanted() const;
};

/// Parses the text and looks up its words. Invalid (field "q", with position and length) when it is
/// no query.
Result<TicketSearch> prepareSearch(Context &context, const QString &text);

/// Lets each word stand for similar ones, too; whether there are any.
Result<bool> addSimilarWords(Context &context, TicketSearch &search);

/// That the service level of "t" stands in one of these ways. What follows from the time that has
/// passed is not stored. The states without it are, and each begins at a place of the index on
/// them.
QString slaCondition(Conditions &conditions, const QList<SlaState> &states, const QDateTime &now);

/// Joins "t" with what it says, "d".
QString searchJoin();
/// That "t" and "d" are what is looked for.
void addSearch(Conditions &conditions, const TicketSearch &search, const TicketViewer &viewer);
/// How well "t" and "d" fit, and how new they are: e times more for three months or for words that
/// weigh e times more. It does not change as time passes, so that a place in the list stays one.
QString searchScore(Conditions &conditions, const TicketViewer &viewer, const TicketSearch &search);

} // namespace Deskbell::Server
