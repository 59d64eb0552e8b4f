// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/find/findquery.h"

#include "common/find/findtime.h"
#include "common/sla/servicelevel.h"
#include "common/tickets/priority.h"
#include "common/tickets/ticketnumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

bool isBlank(QChar c)
{
    return c.isSpace();
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// What is wrong with a value of a field: the key, or nothing.
template <IsWireEnum E>
std::optional<FindFault> faultOfName(const QString &value)
{
    if (fromWire<E>(value))
        return std::nullopt;
    return FindFault{.key = "query_unknown_value",
                     .params = {{u"value"_s, value}, {u"allowed"_s, wireNames<E>()}}};
}

std::optional<FindFault> faultOfTime(FindField field, const QString &value)
{
    // Whether it is a time does not depend on the moment.
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    if (findRange(field, value, moment, QTimeZone::utc()))
        return std::nullopt;
    const bool isAge = field == FindField::Older || field == FindField::Newer;
    return FindFault{.key = isAge ? "query_bad_age" : "query_bad_time",
                     .params = {{u"value"_s, value}}};
}

std::optional<FindFault> faultOfNumber(const QString &value)
{
    bool isCounter = false;
    const qint64 counter = value.toLongLong(&isCounter);
    if (ticketNumberFromText(value) || (isCounter && counter > 0))
        return std::nullopt;
    return FindFault{.key = "query_bad_number", .params = {{u"value"_s, value}}};
}

std::optional<FindFault> faultOf(FindField field, const QString &value)
{
    switch (field) {
    case FindField::Priority: return faultOfName<Priority>(value);
    case FindField::Sla: return faultOfName<SlaState>(value);
    case FindField::Is: return faultOfName<FindState>(value);
    case FindField::Has: return faultOfName<FindPart>(value);
    case FindField::Created:
    case FindField::Updated:
    case FindField::Closed:
    case FindField::Due:
    case FindField::Older:
    case FindField::Newer: return faultOfTime(field, value);
    case FindField::Number: return faultOfNumber(value);
    default: return std::nullopt;
    }
}

/// Whether capitals in its values mean nothing.
bool isCaseless(FindField field)
{
    switch (field) {
    case FindField::Priority:
    case FindField::Sla:
    case FindField::Is:
    case FindField::Has:
    case FindField::Created:
    case FindField::Updated:
    case FindField::Closed:
    case FindField::Due:
    case FindField::Older:
    case FindField::Newer: return true;
    default: return false;
    }
}

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {}

    ParsedFind run()
    {
        while (!m_fault) {
            while (!atEnd() && isBlank(m_text[m_at]))
                ++m_at;
            if (atEnd())
                break;
            readTerm();
        }
        return {.query = {.terms = m_terms}, .fault = m_fault};
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool isAt(char16_t c) const { return !atEnd() && m_text[m_at] == c; }

    void fail(qsizetype position, qsizetype length, FindFault fault)
    {
        fault.position = position;
        fault.length = length;
        m_fault = std::move(fault);
    }

    void readTerm()
    {
        FindTerm term{.position = m_at};
        if (isAt(u'-') && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1])) {
            term.negated = true;
            ++m_at;
        }
        if (isAt(u'"')) {
            term.form = FindTerm::Form::Phrase;
            if (const auto phrase = readQuoted(); phrase && !phrase->isEmpty())
                add(term, {*phrase});
            return;
        }
        if (const auto field = readField()) {
            term.field = *field;
            if (*field == FindField::Text)
                readTextValue(term);
            else
                readValues(term);
            return;
        }
        if (!m_fault)
            readWord(term);
    }

    /// Up to the closing quote, which must be there.
    std::optional<QString> readQuoted()
    {
        const qsizetype start = m_at++;
        QString text;
        for (; !atEnd(); ++m_at) {
            QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                return text.simplified();
            }
            if (c == u'\\' && m_at + 1 < m_text.size()
                && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\'))
                c = m_text[++m_at];
            text.append(c);
        }
        fail(start, m_text.size() - start, {.key = "query_unclosed_quote"});
        return std::nullopt;
    }

    /// A field and its colon. What only looks like one ("http://", "C:\", "10:30", "Error:") is a
    /// word like any other.
    std::optional<FindField> readField()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isAsciiLetter(m_text[end]))
            ++end;
        if (end - m_at < 2 || end >= m_text.size() || m_text[end] != u':')
            return std::nullopt;
        const QString name = m_text.sliced(m_at, end - m_at).toString().toLower();
        if (const auto field = fromWire<FindField>(name)) {
            m_at = end + 1;
            return field;
        }
        const QChar next = end + 1 < m_text.size() ? m_text[end + 1] : QChar(u' ');
        if (!isBlank(next) && !QStringView(u"/\\:").contains(next))
            fail(m_at, end - m_at, {.key = "query_unknown_field", .params = {{u"value"_s, name}}});
        return std::nullopt;
    }

    void readWord(FindTerm &term)
    {
        const qsizetype start = m_at;
        while (!atEnd() && !isBlank(m_text[m_at]))
            ++m_at;
        QStringView word = m_text.sliced(start, m_at - start);
        QStringView stem = word;
        while (stem.endsWith(u'*'))
            stem.chop(1);
        if (!stem.isEmpty() && stem.size() < word.size()) {
            term.form = FindTerm::Form::Prefix;
            word = stem;
        }
        add(term, {word.toString()});
    }

    /// `text:` says what a word is anyway.
    void readTextValue(FindTerm &term)
    {
        if (atEnd() || isBlank(m_text[m_at]))
            return failMissing(term);
        if (!isAt(u'"'))
            return readWord(term);
        term.form = FindTerm::Form::Phrase;
        if (const auto phrase = readQuoted(); phrase && !phrase->isEmpty())
            add(term, {*phrase});
    }

    void failMissing(const FindTerm &term)
    {
        fail(term.position, m_at - term.position,
             {.key = "query_value_missing", .params = {{u"value"_s, QString(toWire(term.field))}}});
    }

    void readValues(FindTerm &term)
    {
        QStringList values;
        while (true) {
            const qsizetype start = m_at;
            QString value;
            if (isAt(u'"')) {
                const auto quoted = readQuoted();
                if (!quoted)
                    return;
                value = *quoted;
            } else {
                while (!atEnd() && !isBlank(m_text[m_at]) && m_text[m_at] != u',')
                    ++m_at;
                value = m_text.sliced(start, m_at - start).toString();
            }
            if (value.isEmpty())
                return failMissing(term);
            if (isCaseless(term.field))
                value = value.toLower();
            if (auto fault = faultOf(term.field, value))
                return fail(start, m_at - start, *std::move(fault));
            if (!values.contains(value))
                values.append(value);
            if (values.size() > maxFindValues)
                return fail(start, m_at - start,
                            {.key = "query_too_long", .params = {{u"max"_s, maxFindValues}}});
            if (!isAt(u','))
                break;
            ++m_at;
        }
        add(term, values);
    }

    void add(FindTerm &term, const QStringList &values)
    {
        term.values = values;
        term.length = m_at - term.position;
        if (m_terms.size() == maxFindTerms)
            return fail(term.position, term.length,
                        {.key = "query_too_long", .params = {{u"max"_s, maxFindTerms}}});
        m_terms.append(term);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QList<FindTerm> m_terms;
    std::optional<FindFault> m_fault;
};

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString toText(const FindTerm &term)
{
    const QString sign = term.negated ? u"-"_s : QString();
    if (term.field == FindField::Text) {
        const QString &value = term.values.first();
        if (term.form == FindTerm::Form::Phrase)
            return sign + quoted(value);
        const QString word = term.form == FindTerm::Form::Prefix ? value + u'*' : value;
        // A word that would be taken for something else has to say what it is.
        const ParsedFind plain = parseFind(QString(sign + word));
        if (!plain.fault && plain.query == FindQuery{.terms = {term}})
            return sign + word;
        return sign + u"text:"_s + word;
    }
    QStringList values;
    for (const QString &value : term.values)
        values.append(quotedFindValue(value));
    return sign + toWire(term.field) + u':' + values.join(u',');
}

} // namespace

bool FindQuery::hasWords() const
{
    return std::any_of(terms.cbegin(), terms.cend(), [](const FindTerm &term) {
        return term.field == FindField::Text && !term.negated;
    });
}

bool FindQuery::hasText() const
{
    return std::any_of(terms.cbegin(), terms.cend(),
                       [](const FindTerm &term) { return term.field == FindField::Text; });
}

bool FindQuery::hasTimes() const
{
    return std::any_of(terms.cbegin(), terms.cend(), [](const FindTerm &term) {
        return term.field >= FindField::Created && term.field <= FindField::Newer;
    });
}

FieldError FindFault::toFieldError(const QString &field) const
{
    QJsonObject all = params;
    all[u"position"_s] = position;
    all[u"length"_s] = length;
    return {.field = field, .key = key, .params = all};
}

ParsedFind parseFind(QStringView text)
{
    return Parser(text).run();
}

QString toText(const FindQuery &query)
{
    QStringList terms;
    for (const FindTerm &term : query.terms)
        terms.append(toText(term));
    return terms.join(u' ');
}

QString quotedFindValue(const QString &value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(u'"')
                       && std::none_of(value.cbegin(), value.cend(),
                                       [](QChar c) { return isBlank(c) || c == u','; });
    return plain ? value : quoted(value);
}

} // namespace Deskbell
