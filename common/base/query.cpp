// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/query.h"

#include "common/base/text.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr qsizetype maxListLength = 100; ///< entries of one comma-separated list

std::optional<QString> decode(QByteArrayView part)
{
    QByteArray bytes;
    bytes.reserve(part.size());
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] == '+') {
            bytes += ' ';
        } else if (part[i] == '%') {
            if (i + 2 >= part.size())
                return std::nullopt;
            bool ok = false;
            const QByteArray hex(part.data() + i + 1, 2);
            const int value = hex.toInt(&ok, 16);
            if (!ok || hex.startsWith('+') || hex.startsWith('-') || hex.startsWith(' '))
                return std::nullopt;
            bytes += char(value);
            i += 2;
        } else {
            bytes += part[i];
        }
    }
    if (bytes.contains('\0') || !QByteArrayView(bytes).isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

} // namespace

Result<QueryItems> parseQuery(QByteArrayView query)
{
    QueryItems items;
    qsizetype from = 0;
    while (from < query.size()) {
        qsizetype to = query.indexOf('&', from);
        if (to < 0)
            to = query.size();
        const QByteArrayView pair = query.sliced(from, to - from);
        from = to + 1;
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = decode(equals < 0 ? pair : pair.first(equals));
        const auto value = decode(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1));
        if (!name || !value)
            return fail({.code = ErrorCode::Malformed,
                         .key = "query.malformed",
                         .detail = u"The query is not readable."_s});
        items.append({*name, *value});
    }
    return items;
}

QByteArray formatQuery(const QueryItems &items)
{
    QByteArray query;
    for (const auto &[name, value] : items) {
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value, ",:"_ba);
    }
    return query;
}

QueryReader::QueryReader(const QueryItems &items)
    : m_items(items)
{}

bool QueryReader::has(QLatin1StringView name) const
{
    return std::any_of(m_items.cbegin(), m_items.cend(),
                       [name](const auto &item) { return item.first == name; });
}

void QueryReader::accept(QLatin1StringView name)
{
    m_known.insert(QString(name));
}

void QueryReader::fault(QLatin1StringView name, const QByteArray &key, const QJsonObject &params)
{
    const auto same = [name](const FieldError &error) {
        return error.field == name;
    };
    if (std::none_of(m_faults.cbegin(), m_faults.cend(), same))
        m_faults.append({.field = QString(name), .key = key, .params = params});
}

std::optional<QString> QueryReader::take(QLatin1StringView name)
{
    accept(name);
    std::optional<QString> found;
    for (const auto &[itemName, value] : m_items) {
        if (itemName != name)
            continue;
        if (found) {
            fault(name, "not_unique");
            return std::nullopt;
        }
        found = value;
    }
    return found;
}

void QueryReader::text(QLatin1StringView name, QString &target, int maxLength)
{
    if (m_shape)
        return m_shape->add(name, {{u"type"_s, u"string"_s}, {u"maxLength"_s, maxLength}});
    const auto value = take(name);
    if (!value)
        return;
    if (const auto wrong = textFault(QString(name), *value, {.max = maxLength}))
        fault(name, wrong->key, wrong->params);
    else
        target = cleanText(*value);
}

void QueryReader::texts(QLatin1StringView name, QStringList &target)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::list(JsonShapes::text()));
    const auto value = take(name);
    if (!value)
        return;
    QStringList words;
    for (const QString &word : value->split(u',', Qt::SkipEmptyParts)) {
        if (const QString clean = cleanText(word); !clean.isEmpty() && !words.contains(clean))
            words.append(clean);
    }
    if (words.isEmpty())
        fault(name, "required");
    else if (words.size() > maxListLength)
        fault(name, "too_long", {{u"max"_s, maxListLength}});
    else
        target = words;
}

QList<qint64> QueryReader::takeIds(QLatin1StringView name, bool *me, bool *none)
{
    QStringList words;
    texts(name, words);
    QList<qint64> ids;
    for (const QString &word : std::as_const(words)) {
        bool ok = false;
        const qint64 id = word.toLongLong(&ok);
        if (me && word == "me"_L1)
            *me = true;
        else if (none && word == "none"_L1)
            *none = true;
        else if (ok && id > 0)
            ids.append(id);
        else
            fault(name, "invalid");
    }
    return ids;
}

void QueryReader::time(QLatin1StringView name, QDateTime &target)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::text(u"date-time"_s));
    const auto value = take(name);
    if (!value)
        return;
    if (const auto time = timeFromWire(*value))
        target = *time;
    else
        fault(name, "invalid");
}

void QueryReader::integer(QLatin1StringView name, int &target, int min, int max)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::integer(min, max));
    const auto value = take(name);
    if (!value)
        return;
    bool ok = false;
    const qint64 number = value->toLongLong(&ok);
    if (!ok)
        fault(name, "wrong_type");
    else if (number < min || number > max)
        fault(name, "out_of_range", {{u"min"_s, min}, {u"max"_s, max}});
    else
        target = int(number);
}

void QueryReader::flag(QLatin1StringView name, std::optional<bool> &target)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::flag());
    const auto value = take(name);
    if (!value)
        return;
    if (*value == "true"_L1)
        target = true;
    else if (*value == "false"_L1)
        target = false;
    else
        fault(name, "unknown_value", {{u"allowed"_s, QJsonArray{u"true"_s, u"false"_s}}});
}

void QueryReader::paging(PageRequest &page)
{
    integer("page"_L1, page.page, 1, std::numeric_limits<int>::max());
    integer("pageSize"_L1, page.pageSize, 1, maxPageSize);
    page.byCursor = has("cursor"_L1);
    text("cursor"_L1, page.cursor, 500);
    if (page.byCursor && has("page"_L1))
        fault("page"_L1, "invalid");
}

void QueryReader::describePeople(QLatin1StringView name)
{
    m_shape->add(name, JsonShapes::list({{u"anyOf"_s,
                                          QJsonArray{JsonShapes::integer(1),
                                                     JsonShapes::oneOf({u"me"_s, u"none"_s})}}}));
}

void QueryShape::add(QLatin1StringView name, const QJsonObject &schema)
{
    if (m_known.contains(name))
        return;
    m_known.insert(name);
    QJsonObject parameter{{u"name"_s, QString(name)},
                          {u"in"_s, u"query"_s},
                          {u"required"_s, false},
                          {u"schema"_s, schema}};
    if (schema.value("type"_L1) == "array"_L1) {
        parameter[u"style"_s] = u"form"_s;
        parameter[u"explode"_s] = false;
    }
    m_parameters.append(parameter);
}

QList<FieldError> QueryReader::finish()
{
    for (const auto &item : std::as_const(m_items)) {
        if (m_known.contains(item.first))
            continue;
        m_known.insert(item.first);
        m_faults.append({.field = item.first, .key = "unknown_field"});
    }
    return m_faults;
}

void appendPaging(QueryItems &items, const PageRequest &page)
{
    if (page.byCursor)
        items.append({u"cursor"_s, page.cursor});
    else if (page.page != 1)
        items.append({u"page"_s, QString::number(page.page)});
    if (page.pageSize != defaultPageSize)
        items.append({u"pageSize"_s, QString::number(page.pageSize)});
}

void appendWords(QueryItems &items, const QString &name, const QStringList &words)
{
    if (!words.isEmpty())
        items.append({name, words.join(u',')});
}

void appendTime(QueryItems &items, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        items.append({name, timeToWire(time)});
}

} // namespace Deskbell
