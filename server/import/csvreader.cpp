// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/import/csvreader.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr qsizetype longestRecord = 1024 * 1024;

} // namespace

CsvReader::CsvReader(QIODevice &device)
    : m_device(device)
{}

Error CsvReader::malformed(const QByteArray &key, const QString &detail) const
{
    return {.code = ErrorCode::Malformed,
            .key = key,
            .detail = u"Line %1: %2"_s.arg(m_recordLine).arg(detail),
            .params = {{u"line"_s, m_recordLine}}};
}

Result<std::optional<QStringList>> CsvReader::next()
{
    QByteArray record;
    qsizetype quotes = 0;
    m_recordLine = m_line + 1;
    // A record goes on over the line's end while a quoted field is open.
    do {
        if (m_device.atEnd()) {
            if (quotes % 2 != 0)
                return fail(malformed("csv.unterminated_quote", u"a quoted field has no end."_s));
            return std::nullopt;
        }
        const QByteArray line = m_device.readLine(longestRecord + 1);
        ++m_line;
        record += line;
        quotes += line.count('"');
        if (record.size() >= longestRecord)
            return fail(malformed("csv.record_too_long", u"the record is longer than 1 MiB."_s));
        if (quotes == 0 && record.trimmed().isEmpty()) { // an empty line is no record
            record.clear();
            m_recordLine = m_line + 1;
        }
    } while (record.isEmpty() || quotes % 2 != 0);

    if (m_recordLine == 1 && record.startsWith("\xEF\xBB\xBF"))
        record.remove(0, 3);
    while (record.endsWith('\n') || record.endsWith('\r'))
        record.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(record);
    if (decoder.hasError())
        return fail(malformed("csv.not_utf8", u"the text is not UTF-8."_s));

    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"') {
                field += c;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                field += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == u'"' && field.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            fields.append(field);
            field.clear();
        } else {
            field += c;
        }
    }
    fields.append(field);
    return fields;
}

} // namespace Deskbell::Server
