// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonscan.h"

#include <QJsonDocument>
#include <QList>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

Error malformed()
{
    return {.code = ErrorCode::Malformed,
            .key = "json.malformed",
            .detail = u"The body is not valid JSON."_s};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A recursive descent over the bytes; the depth limit bounds the recursion. Each step returns
/// false when the text is malformed, having put the reason into m_error.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {}

    Result<> run()
    {
        skipSpace();
        if (!value(0))
            return fail(m_error);
        skipSpace();
        if (m_at != m_json.size()) {
            syntaxError();
            return fail(m_error);
        }
        if (!m_faults.isEmpty())
            return fail({.code = ErrorCode::Invalid,
                         .key = "validation.failed",
                         .detail = u"The input is not acceptable."_s,
                         .fields = m_faults});
        return {};
    }

private:
    bool atEnd() const { return m_at >= m_json.size(); }
    char peek() const { return atEnd() ? '\0' : m_json[m_at]; }

    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    bool take(char expected)
    {
        if (atEnd() || m_json[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    bool syntaxError()
    {
        m_error = malformed();
        m_error.params.insert(u"offset"_s, qint64(m_at));
        return false;
    }

    bool malformedAt(const QByteArray &key, const QJsonObject &params = {})
    {
        syntaxError();
        m_error.fields = {{.field = path(), .key = key, .params = params}};
        return false;
    }

    void fault(const QByteArray &key)
    {
        if (m_faults.size() >= maxFieldErrors)
            return;
        const QString field = path();
        const auto same = [&field](const FieldError &error) {
            return error.field == field;
        };
        if (std::none_of(m_faults.cbegin(), m_faults.cend(), same))
            m_faults.append({.field = field, .key = key});
    }

    QString path() const
    {
        QString text;
        for (const Step &step : m_path) {
            if (step.index >= 0)
                text += u'[' + QString::number(step.index) + u']';
            else
                text += (text.isEmpty() ? u""_s : u"."_s) + QString::fromUtf8(step.name);
        }
        return text;
    }

    bool value(int depth)
    {
        if (atEnd())
            return syntaxError();
        switch (peek()) {
        case '{': return depth < maxJsonDepth ? object(depth + 1) : tooDeep();
        case '[': return depth < maxJsonDepth ? array(depth + 1) : tooDeep();
        case '"': return string(nullptr);
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    bool tooDeep() { return malformedAt("too_deep", {{u"max"_s, maxJsonDepth}}); }

    bool word(QByteArrayView expected)
    {
        if (!m_json.sliced(m_at).startsWith(expected))
            return syntaxError();
        m_at += expected.size();
        return true;
    }

    bool object(int depth)
    {
        std::vector<QByteArray> names;
        ++m_at; // '{'
        skipSpace();
        if (take('}'))
            return true;
        for (;;) {
            QByteArray name;
            m_path.push_back({.name = "?"_ba});
            if (peek() != '"' || !string(&name))
                return m_error.key.isEmpty() ? syntaxError() : false;
            m_path.back().name = name;
            names.push_back(name);
            skipSpace();
            if (!take(':'))
                return syntaxError();
            skipSpace();
            if (!value(depth))
                return false;
            m_path.pop_back();
            skipSpace();
            if (take('}'))
                return namesAreUnique(std::move(names));
            if (!take(','))
                return syntaxError();
            skipSpace();
        }
    }

    bool namesAreUnique(std::vector<QByteArray> names)
    {
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.cbegin(), names.cend());
        if (twice == names.cend())
            return true;
        m_path.push_back({.name = *twice});
        return malformedAt("duplicate_name");
    }

    bool array(int depth)
    {
        ++m_at; // '['
        skipSpace();
        if (take(']'))
            return true;
        m_path.push_back({.name = {}, .index = 0});
        for (;;) {
            if (!value(depth))
                return false;
            skipSpace();
            if (take(']')) {
                m_path.pop_back();
                return true;
            }
            if (!take(','))
                return syntaxError();
            ++m_path.back().index;
            skipSpace();
        }
    }

    /// A string; its text, unescaped, goes to `text` when that is wanted (names are).
    bool string(QByteArray *text)
    {
        const qsizetype start = ++m_at; // behind the quote
        bool escaped = false;
        QString unescaped;
        qsizetype plainFrom = start;
        for (;;) {
            if (atEnd() || uchar(peek()) < 0x20)
                return syntaxError();
            if (peek() == '"')
                break;
            if (peek() != '\\') {
                ++m_at;
                continue;
            }
            escaped = true;
            if (text)
                unescaped += QString::fromUtf8(m_json.sliced(plainFrom, m_at - plainFrom));
            char16_t unit = 0;
            if (!escape(&unit))
                return false;
            if (text)
                unescaped += QChar(unit);
            plainFrom = m_at;
        }
        const QByteArrayView raw = m_json.sliced(start, m_at - start);
        if (!raw.isValidUtf8())
            return malformedAt("invalid");
        if (raw.contains('\0')) // cannot be: below 0x20
            return syntaxError();
        if (escaped && !surrogatesArePaired(raw))
            fault("invalid");
        if (text) {
            unescaped += QString::fromUtf8(m_json.sliced(plainFrom, m_at - plainFrom));
            *text = escaped ? unescaped.toUtf8() : QByteArray::fromRawData(raw.data(), raw.size());
        }
        ++m_at; // closing quote
        return true;
    }

    /// One escape; `unit` is the UTF-16 unit it stands for. A \u0000 is a fault of this path.
    bool escape(char16_t *unit)
    {
        ++m_at; // backslash
        const char kind = peek();
        ++m_at;
        switch (kind) {
        case '"':
        case '\\':
        case '/': *unit = char16_t(kind); return true;
        case 'b': *unit = u'\b'; return true;
        case 'f': *unit = u'\f'; return true;
        case 'n': *unit = u'\n'; return true;
        case 'r': *unit = u'\r'; return true;
        case 't': *unit = u'\t'; return true;
        case 'u': break;
        default: --m_at; return syntaxError();
        }
        if (!hexUnit(m_at, unit))
            return syntaxError();
        m_at += 4;
        if (*unit == 0)
            fault("contains_nul");
        return true;
    }

    bool hexUnit(qsizetype at, char16_t *unit) const
    {
        if (at + 4 > m_json.size())
            return false;
        int value = 0;
        for (qsizetype i = at; i < at + 4; ++i) {
            const int digit = hexDigit(m_json[i]);
            if (digit < 0)
                return false;
            value = value * 16 + digit;
        }
        *unit = char16_t(value);
        return true;
    }

    /// Whether each \uD8xx is followed by its \uDCxx. Every escape in `raw` has been read well
    /// before.
    static bool surrogatesArePaired(QByteArrayView raw)
    {
        const auto unitAt = [raw](qsizetype at) {
            int value = 0;
            for (qsizetype i = at; i < at + 4; ++i)
                value = value * 16 + hexDigit(raw[i]);
            return char16_t(value);
        };
        for (qsizetype at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at)) {
            if (raw[at + 1] != 'u') {
                at += 2;
                continue;
            }
            const char16_t unit = unitAt(at + 2);
            at += 6;
            if (QChar::isLowSurrogate(unit))
                return false;
            if (!QChar::isHighSurrogate(unit))
                continue;
            if (!raw.sliced(at).startsWith("\\u") || !QChar::isLowSurrogate(unitAt(at + 2)))
                return false;
            at += 6;
        }
        return true;
    }

    bool number()
    {
        const qsizetype start = m_at;
        take('-');
        if (!isDigit(peek()))
            return syntaxError();
        if (!take('0')) {
            while (isDigit(peek()))
                ++m_at;
        }
        if (take('.')) {
            if (!isDigit(peek()))
                return syntaxError();
            while (isDigit(peek()))
                ++m_at;
        }
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            if (!isDigit(peek()))
                return syntaxError();
            while (isDigit(peek()))
                ++m_at;
        }
        bool fits = false;
        const double value = m_json.sliced(start, m_at - start).toDouble(&fits);
        if (!fits || !std::isfinite(value))
            fault("out_of_range");
        return true;
    }

    struct Step
    {
        QByteArray name;
        qsizetype index = -1; ///< of a list's member; -1 for an object's
    };

    QByteArrayView m_json;
    qsizetype m_at = 0;
    std::vector<Step> m_path;
    QList<FieldError> m_faults;
    Error m_error;
};

} // namespace

Result<> scanJson(QByteArrayView json)
{
    return Scanner(json).run();
}

Result<QJsonObject> parseObject(QByteArrayView json)
{
    if (const Result<> scanned = scanJson(json); !scanned)
        return fail(scanned.error());
    QJsonParseError parseError;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()),
                                                  &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject()) {
        Error error = malformed();
        error.params.insert(u"offset"_s, qint64(parseError.offset));
        return fail(error);
    }
    return document.object();
}

} // namespace Deskbell
