// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketsearch.h"

#include "common/find/findtime.h"
#include "common/tickets/statuscategory.h"
#include "common/tickets/ticketnumber.h"
#include "server/tickets/conditions.h"
#include "server/tickets/ticketviewer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Shorter beginnings begin too much.
constexpr qsizetype minPrefix = 2;
/// The last word may be one that somebody is still typing.
constexpr qsizetype minUnfinished = 3;

bool isPrefix(const FindQuery &query, const FindTerm &term)
{
    const qsizetype size = term.values.first().size();
    if (term.form == FindTerm::Form::Prefix)
        return size >= minPrefix;
    return term.form == FindTerm::Form::Word && !term.negated && size >= minUnfinished
           && &term == &query.terms.last();
}

/// The parser let nothing else through.
template <class E>
QList<E> valuesFromWire(const QStringList &names)
{
    QList<E> values;
    for (const QString &name : names) {
        if (const auto value = fromWire<E>(name))
            values.append(*value);
    }
    return values;
}

QString formName(const FindQuery &query, const FindTerm &term)
{
    if (term.form == FindTerm::Form::Phrase)
        return u"phrase"_s;
    return isPrefix(query, term) ? u"prefix"_s : u"word"_s;
}

Result<> lookUpWords(Context &context, TicketSearch &search)
{
    QStringList texts;
    QStringList forms;
    for (const FindTerm &term : std::as_const(search.query.terms)) {
        if (term.field != FindField::Text)
            continue;
        texts.append(term.values.first());
        forms.append(formName(search.query, term));
        search.terms.append({.prefix = isPrefix(search.query, term), .negated = term.negated});
    }
    if (texts.isEmpty())
        return {};
    auto rows = context.db.run("tickets/select_find_terms", {{":texts", texts}, {":forms", forms}});
    if (!rows)
        return fail(rows.error());
    for (SearchTerm &term : search.terms) {
        rows->next();
        term.query = rows->text(0);
        term.common = rows->flag(1);
        term.lexemes = rows->texts(2);
        term.stems = rows->texts(3);
    }
    return {};
}

Result<> lookUpZone(Context &context, TicketSearch &search)
{
    auto rows
            = context.db.run("tickets/select_time_zone", {{":account", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (rows->next()) {
        const QTimeZone zone(rows->utf8(0));
        if (zone.isValid())
            search.zone = zone;
    }
    return {};
}

QStringList lowered(const QStringList &texts)
{
    QStringList lower;
    for (const QString &text : texts)
        lower.append(text.toLower());
    return lower;
}

/// All the words that must be there.
QString wordsOf(const TicketSearch &search)
{
    QStringList queries;
    for (const SearchTerm &term : search.wanted())
        queries.append(u'(' + term.query + u')');
    return queries.join(" & "_L1);
}

/// Turns terms into conditions on "t" and "d".
class Composer
{
public:
    Composer(Conditions &conditions, const TicketSearch &search, const TicketViewer &viewer)
        : m_conditions(conditions)
        , m_search(search)
        , m_viewer(viewer)
    {}

    void addAll()
    {
        for (const FindTerm &term : m_search.query.terms) {
            if (term.field == FindField::Text)
                continue;
            const QString condition = conditionOf(term);
            m_conditions.add(term.negated ? u"(%1) IS NOT TRUE"_s.arg(condition) : condition);
        }
        addWords();
        addForbiddenWords();
    }

    /// The words that "d" has for this person.
    QString visibleWords() const
    {
        if (!m_viewer.seesNotes)
            return u"d.body"_s;
        return u"CASE WHEN d.internal IS NOT NULL AND %1 THEN d.internal ELSE d.body END"_s.arg(
                onNoteDesk(u"t"_s));
    }

private:
    static QString onNoteDesk(const QString &ticket)
    {
        return u"%1.desk_id IN (SELECT n FROM ticket.desks_where(:viewer, 'ticket.note') n)"_s.arg(
                ticket);
    }

    /// That "ticket" with its document says this. What both indexes yield comes first, whose notes
    /// they are is asked of that.
    QString says(const QString &query, const QString &ticket, const QString &document) const
    {
        const QString body = u"%1.body @@ %2"_s.arg(document, query);
        if (!m_viewer.seesNotes)
            return body;
        return u"(%1 OR %2.internal @@ %3) AND (%1 OR %4)"_s.arg(body, document, query,
                                                                 onNoteDesk(ticket));
    }

    void addWords()
    {
        if (!m_search.query.hasWords())
            return;
        const QString words = wordsOf(m_search);
        if (words.isEmpty()) // nothing but signs: nothing can be found by it
            return m_conditions.add(u"false"_s);
        const QString query = m_conditions.value(words) + u"::tsquery"_s;
        const QString number = numberCondition(u"n"_s);
        if (number.isEmpty())
            return m_conditions.add(says(query, u"t"_s, u"d"_s));
        m_conditions.add(u"t.id IN (SELECT n.id FROM ticket.ticket n WHERE %1 UNION ALL"
                         " SELECT s.id FROM ticket.search_document f"
                         " JOIN ticket.ticket s ON s.id = f.ticket_id WHERE %2)"_s.arg(
                                 number, says(query, u"s"_s, u"f"_s)));
    }

    void addForbiddenWords()
    {
        QStringList queries;
        for (const SearchTerm &term : m_search.terms) {
            if (term.negated && !term.query.isEmpty())
                queries.append(u'(' + term.query + u')');
        }
        if (queries.isEmpty())
            return;
        m_conditions.add(u"((%1) @@ %2::tsquery) IS NOT TRUE"_s.arg(
                visibleWords(), m_conditions.value(queries.join(" | "_L1))));
    }

    /// When the one word that is looked for is a ticket's number, with its desk or without.
    QString numberCondition(const QString &ticket)
    {
        const FindTerm *only = nullptr;
        for (const FindTerm &term : m_search.query.terms) {
            if (term.field != FindField::Text || term.negated)
                continue;
            if (only)
                return {};
            only = &term;
        }
        return only && only->form == FindTerm::Form::Word ? numbered(ticket, only->values)
                                                          : QString();
    }

    QString numbered(const QString &ticket, const QStringList &values)
    {
        QStringList choices;
        for (const QString &value : values) {
            bool isCounter = false;
            const qint64 counter = value.toLongLong(&isCounter);
            if (const auto number = ticketNumberFromText(value)) {
                choices.append(u"(%1.number = %2::bigint AND %1.desk_id = ANY (ARRAY("
                               "SELECT k.id FROM ticket.desk k WHERE k.key = %3)))"_s.arg(
                                       ticket, m_conditions.value(number->counter),
                                       m_conditions.value(number->deskKey)));
            } else if (isCounter && counter > 0) {
                // By every desk's counter: that is what the index begins with.
                choices.append(u"(%1.number = %2::bigint AND %1.desk_id = ANY (ARRAY("
                               "SELECT k.id FROM ticket.desk k)))"_s.arg(
                                       ticket, m_conditions.value(counter)));
            }
        }
        return choices.isEmpty() ? QString() : u'(' + choices.join(" OR "_L1) + u')';
    }

    QString conditionOf(const FindTerm &term)
    {
        switch (term.field) {
        case FindField::Text: break;
        case FindField::Status: return statusCondition(term.values);
        case FindField::Priority:
            return u"t.priority = ANY (%1::ticket.priority[])"_s.arg(
                    m_conditions.value(term.values));
        case FindField::Desk:
            return u"t.desk_id = ANY (ARRAY(SELECT k.id FROM ticket.desk k"
                   " WHERE lower(k.key) = ANY (%1::text[]) OR lower(k.name) = ANY (%1::text[])))"_s
                           .arg(m_conditions.value(lowered(term.values)));
        case FindField::Category: return named(u"t.category_id"_s, u"category"_s, term.values);
        case FindField::Team: return teamCondition(term.values);
        case FindField::Assignee: return personCondition(u"t.assignee_id"_s, term.values);
        case FindField::Requester: return personCondition(u"t.requester_id"_s, term.values);
        case FindField::Tag:
            // "<> '{}'" is what the index on tags is about.
            return u"(t.tags <> '{}' AND t.tags && ARRAY(SELECT g.name FROM ticket.tag g"
                   " WHERE lower(g.name) = ANY (%1::text[]) UNION SELECT unnest(%2::text[])))"_s
                           .arg(m_conditions.value(lowered(term.values)),
                                m_conditions.value(term.values));
        case FindField::Number: return numbered(u"t"_s, term.values);
        case FindField::Created:
        case FindField::Older:
        case FindField::Newer: return timeCondition(u"t.created_at"_s, term);
        case FindField::Updated: return timeCondition(u"t.updated_at"_s, term);
        case FindField::Closed: return timeCondition(u"t.closed_at"_s, term);
        case FindField::Due: return timeCondition(u"t.due_at"_s, term);
        case FindField::Sla:
            return slaCondition(m_conditions, valuesFromWire<SlaState>(term.values), m_search.now);
        case FindField::Is: return anyOf<FindState>(term.values, &Composer::stateCondition);
        case FindField::Has: return anyOf<FindPart>(term.values, &Composer::partCondition);
        }
        Q_UNREACHABLE();
    }

    /// A status by its key, by what its workflow calls it, or by its kind.
    QString statusCondition(const QStringList &values)
    {
        const QString any = m_conditions.value(lowered(values));
        return u"(t.status = ANY (%1::text[]) OR t.status_category::text = ANY (%1::text[])"
               " OR (t.workflow_version_id, t.status) IN (SELECT s.workflow_version_id, s.key"
               " FROM ticket.workflow_status s WHERE lower(s.label) = ANY (%1::text[])))"_s.arg(
                       any);
    }

    QString named(const QString &column, const QString &table, const QStringList &values)
    {
        return u"%1 = ANY (ARRAY(SELECT k.id FROM ticket.%2 k WHERE lower(k.name) = ANY (%3::text[])))"_s
                .arg(column, table, m_conditions.value(lowered(values)));
    }

    QString teamCondition(QStringList values)
    {
        QStringList choices;
        if (values.removeAll(u"me"_s) > 0) {
            choices.append(u"t.team_id = ANY (ARRAY(SELECT m.team_id FROM ticket.team_member m"
                           " WHERE m.account_id = :viewer))"_s);
        }
        if (values.removeAll(u"none"_s) > 0)
            choices.append(u"t.team_id IS NULL"_s);
        if (!values.isEmpty())
            choices.append(named(u"t.team_id"_s, u"team"_s, values));
        return joined(choices);
    }

    /// People by their names or a part of one; by user name and address for who may see those.
    QString personCondition(const QString &column, QStringList values)
    {
        QStringList choices;
        if (values.removeAll(u"me"_s) > 0)
            choices.append(column + u" = :viewer"_s);
        if (values.removeAll(u"none"_s) > 0)
            choices.append(column + u" IS NULL"_s);
        if (values.isEmpty())
            return joined(choices);
        QStringList patterns;
        for (QString value : lowered(values)) {
            value.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
            patterns.append(value + u'%');
            patterns.append(u"% "_s + value + u'%');
        }
        QString known = u"lower(a.display_name) LIKE ANY (%1::text[])"_s.arg(
                m_conditions.value(patterns));
        if (m_viewer.seesPeople) {
            known += u" OR lower(a.username) = ANY (%1::text[])"
                     " OR lower(a.email) = ANY (%1::text[])"_s.arg(
                             m_conditions.value(lowered(values)));
        }
        choices.append(u"%1 = ANY (ARRAY(SELECT a.id FROM ticket.account a WHERE %2))"_s.arg(
                column, known));
        return joined(choices);
    }

    QString timeCondition(const QString &column, const FindTerm &term)
    {
        QStringList choices;
        for (const QString &value : term.values) {
            const auto range = findRange(term.field, value, m_search.now, m_search.zone);
            if (!range) // a year that no calendar has
                continue;
            QStringList bounds;
            if (range->from.isValid())
                bounds.append(column + u" >= "_s + m_conditions.value(range->from)
                              + u"::timestamptz"_s);
            if (range->until.isValid())
                bounds.append(column + u" < "_s + m_conditions.value(range->until)
                              + u"::timestamptz"_s);
            choices.append(u'(' + bounds.join(" AND "_L1) + u')');
        }
        return choices.isEmpty() ? u"false"_s : joined(choices);
    }

    template <class E>
    QString anyOf(const QStringList &values, QString (Composer::*condition)(E))
    {
        QStringList choices;
        for (const E value : valuesFromWire<E>(values))
            choices.append((this->*condition)(value));
        return joined(choices);
    }

    QString stateCondition(FindState state)
    {
        switch (state) {
        case FindState::Open: return u"t.status_category < 'resolved'"_s;
        case FindState::Closed: return u"t.status_category >= 'resolved'"_s;
        case FindState::Waiting: return u"t.status_category = 'waiting'"_s;
        case FindState::Overdue:
            return u"(t.status_category < 'resolved'"
                   " AND COALESCE(LEAST(t.due_at, t.sla_due_at), 'infinity') < "_s
                   + m_conditions.value(m_search.now) + u"::timestamptz)"_s;
        case FindState::Assigned: return u"t.assignee_id IS NOT NULL"_s;
        case FindState::Unassigned: return u"t.assignee_id IS NULL"_s;
        case FindState::Restricted: return u"t.visibility = 'restricted'"_s;
        case FindState::Watching:
            return u"t.id = ANY (ARRAY(SELECT w.ticket_id FROM ticket.ticket_watcher w"
                   " WHERE w.account_id = :viewer AND w.mode <> 'muted'))"_s;
        }
        Q_UNREACHABLE();
    }

    QString partCondition(FindPart part)
    {
        const auto entry = [](const QString &kind) {
            return u"EXISTS (SELECT 1 FROM ticket.timeline_entry e WHERE e.ticket_id = t.id"
                   " AND e.kind = '%1' AND e.deleted_at IS NULL)"_s.arg(kind);
        };
        switch (part) {
        case FindPart::Attachment:
            return u"EXISTS (SELECT 1 FROM ticket.attachment f WHERE f.ticket_id = t.id"
                   " AND f.deleted_at IS NULL AND (NOT f.internal OR %1))"_s.arg(
                           onNoteDesk(u"t"_s));
        case FindPart::Reply: return entry(u"reply"_s);
        case FindPart::Note:
            return u'(' + onNoteDesk(u"t"_s) + u" AND "_s + entry(u"note"_s) + u')';
        case FindPart::Due: return u"t.due_at IS NOT NULL"_s;
        case FindPart::Tag: return u"t.tags <> '{}'"_s;
        case FindPart::Team: return u"t.team_id IS NOT NULL"_s;
        }
        Q_UNREACHABLE();
    }

    /// Alternatives. A single one stands as it is, so that the indexes know it.
    static QString joined(const QStringList &choices)
    {
        return choices.size() == 1 ? choices.first() : u'(' + choices.join(" OR "_L1) + u')';
    }

    Conditions &m_conditions;
    const TicketSearch &m_search;
    const TicketViewer &m_viewer;
};

} // namespace

QList<SearchTerm> TicketSearch::wanted() const
{
    QList<SearchTerm> all;
    QList<SearchTerm> telling;
    for (const SearchTerm &term : terms) {
        if (term.negated || term.query.isEmpty())
            continue;
        all.append(term);
        if (!term.common)
            telling.append(term);
    }
    return telling.isEmpty() ? all : telling;
}

Result<TicketSearch> prepareSearch(Context &context, const QString &text)
{
    const ParsedFind parsed = parseFind(text);
    if (parsed.fault)
        return fail(invalidInput({parsed.fault->toFieldError(u"q"_s)}));
    TicketSearch search{.query = parsed.query, .now = context.now()};
    if (auto found = lookUpWords(context, search); !found)
        return fail(found.error());
    if (search.query.hasTimes()) {
        if (auto found = lookUpZone(context, search); !found)
            return fail(found.error());
    }
    return search;
}

Result<bool> addSimilarWords(Context &context, TicketSearch &search)
{
    QStringList words;
    QList<qsizetype> owners; // the term of each word
    for (qsizetype i = 0; i < search.terms.size(); ++i) {
        const SearchTerm &term = search.terms[i];
        if (term.negated || term.lexemes.size() != 1)
            continue;
        words.append(term.lexemes.first());
        owners.append(i);
    }
    if (words.isEmpty())
        return false;
    auto rows = context.db.run("tickets/list_similar_words", {{":words", words}});
    if (!rows)
        return fail(rows.error());
    bool any = false;
    while (rows->next()) {
        SearchTerm &term = search.terms[owners[rows->number(0) - 1]];
        const QString word = rows->text(1);
        if (term.lexemes.contains(word))
            continue;
        // Letters only, so there is nothing to escape.
        term.query += u" | '"_s + word + u'\'';
        term.lexemes.append(word);
        any = true;
    }
    return any;
}

QString slaCondition(Conditions &conditions, const QList<SlaState> &states, const QDateTime &now)
{
    const auto running = [&](const QString &more) {
        return u"(t.sla_state = 'running' AND %1)"_s.arg(
                more.arg(conditions.value(now) + u"::timestamptz"_s));
    };
    QStringList choices;
    for (const SlaState state : states) {
        switch (state) {
        case SlaState::Running: choices.append(running(u"t.sla_warn_at > %1"_s)); break;
        case SlaState::Warning:
            choices.append(running(u"t.sla_warn_at <= %1 AND t.sla_due_at >= %1"_s));
            break;
        case SlaState::Breached:
            choices.append(running(u"t.sla_warn_at <= %1 AND t.sla_due_at < %1"_s));
            choices.append(u"t.sla_state = 'breached'"_s);
            break;
        case SlaState::Paused: choices.append(u"t.sla_state = 'paused'"_s); break;
        case SlaState::Met: choices.append(u"t.sla_state = 'met'"_s); break;
        }
    }
    return u'(' + choices.join(" OR "_L1) + u')';
}

QString searchJoin()
{
    return u" JOIN ticket.search_document d ON d.ticket_id = t.id"_s;
}

void addSearch(Conditions &conditions, const TicketSearch &search, const TicketViewer &viewer)
{
    Composer(conditions, search, viewer).addAll();
}

QString searchScore(Conditions &conditions, const TicketViewer &viewer, const TicketSearch &search)
{
    // In thousandths. Normalisation 1: a long story says more words without being more about them.
    // Three months are 7,776,000 seconds.
    return u"(1000 * (ln(ts_rank(%1, %2::tsquery, 1)::float8 + 1e-6)"
           " + extract(epoch FROM t.updated_at)::float8 / 7776000))::bigint"_s.arg(
                   Composer(conditions, search, viewer).visibleWords(),
                   conditions.value(wordsOf(search)));
}

} // namespace Deskbell::Server
