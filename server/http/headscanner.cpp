// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headscanner.h"

#include "server/http/limits.h"

namespace Deskbell::Http {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What the request line ends in: nothing to refuse for HTTP/1.0 and HTTP/1.1.
Refusal checkVersion(QByteArrayView requestLine)
{
    constexpr qsizetype length = sizeof(" HTTP/1.1") - 1;
    if (requestLine.size() < length)
        return Refusals::malformed;
    const QByteArrayView version = requestLine.last(length);
    if (!version.startsWith(" HTTP/") || !isDigit(version[6]) || version[7] != '.'
        || !isDigit(version[8]))
        return Refusals::malformed;
    if (version[6] != '1' || version[8] > '1')
        return Refusals::versionUnsupported;
    return {};
}

} // namespace

HeadScanner::HeadScanner(const HttpLimits &limits)
    : m_limits(limits)
{}

HeadScanner::Step HeadScanner::refuse(Refusal refusal)
{
    m_refusal = refusal;
    return Step::Refused;
}

/// The line from m_lineBegin to m_position, CRLF included, is complete.
HeadScanner::Step HeadScanner::endLine(QByteArrayView input)
{
    const QByteArrayView line = input.first(m_position).sliced(m_lineBegin).chopped(2);
    m_lineBegin = m_position;
    if (line.isEmpty()) {
        if (m_lines > 0)
            return Step::Complete;
        m_begin = m_position; // a blank line before the request line is forgiven (RFC 9112, 2.2)
        return Step::NeedMore;
    }
    if (m_lines == 0) {
        if (const Refusal refusal = checkVersion(line))
            return refuse(refusal);
    }
    ++m_lines;
    return m_lines > m_limits.headerCount + 1 ? refuse(Refusals::headerTooLarge) : Step::NeedMore;
}

HeadScanner::Step HeadScanner::scan(QByteArrayView input)
{
    while (m_position < input.size()) {
        if (m_position >= m_limits.headerBytes)
            return refuse(Refusals::headerTooLarge);
        const char c = input[m_position];
        const bool lineBegins = m_position == m_lineBegin;
        ++m_position;
        if (m_afterCr) {
            if (c != '\n')
                return refuse(Refusals::malformed);
            m_afterCr = false;
            if (const Step step = endLine(input); step != Step::NeedMore)
                return step;
        } else if (c == '\r') {
            m_afterCr = true;
        } else if (lineBegins && (c == ' ' || c == '\t')) {
            return refuse(Refusals::malformed);
        } else if (const auto byte = static_cast<uchar>(c);
                   (byte < 0x20 && c != '\t') || byte == 0x7f || (m_lines == 0 && byte > 0x7e)) {
            return refuse(Refusals::malformed);
        }
    }
    return Step::NeedMore;
}

} // namespace Deskbell::Http
