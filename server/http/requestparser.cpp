// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"

#include "server/http/limits.h"
#include "server/http/target.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>

namespace Deskbell::Http {

namespace beast = boost::beast;

namespace {

struct MethodName
{
    beast::http::verb verb;
    Method method;
    const char *token;
};

constexpr std::array methodNames = {
        MethodName{beast::http::verb::get, Method::Get, "GET"},
        MethodName{beast::http::verb::head, Method::Head, "HEAD"},
        MethodName{beast::http::verb::post, Method::Post, "POST"},
        MethodName{beast::http::verb::put, Method::Put, "PUT"},
        MethodName{beast::http::verb::patch, Method::Patch, "PATCH"},
        MethodName{beast::http::verb::delete_, Method::Delete, "DELETE"},
        MethodName{beast::http::verb::options, Method::Options, "OPTIONS"},
};

QByteArray toByteArray(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool isContentLength(beast::string_view value)
{
    constexpr std::size_t digits = 18; // more would not fit a qint64
    return !value.empty() && value.size() <= digits
           && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHost(QByteArrayView value)
{
    constexpr QByteArrayView never = " \t/\\?#@,<>\"";
    return std::none_of(value.begin(), value.end(), [&](char c) { return never.contains(c); });
}

/// Of a chunk that is not all there: its size line is, and ends inside a quoted value. Beast goes
/// on looking for the end of the quote, and takes the chunk's size off the limit at each attempt.
bool endsInQuotes(QByteArrayView chunk)
{
    if (chunk.startsWith("\r\n")) // Beast leaves the end of the chunk before to this one
        chunk = chunk.sliced(2);
    const qsizetype end = chunk.indexOf("\r\n");
    bool quoted = false;
    for (qsizetype at = 0; at < end; ++at) {
        if (chunk[at] == '"')
            quoted = !quoted;
        else if (quoted && chunk[at] == '\\')
            ++at;
    }
    return quoted;
}

} // namespace

/// Takes what Beast finds straight into a RequestHead and a body.
class RequestParser::Beast final : public beast::http::basic_parser<true>
{
public:
    explicit Beast(RequestHead &head)
        : m_head(head)
    {
        // The scanner has measured the head, and the body's limit is known only after it.
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(boost::none);
    }

    void setBody(QByteArray *body) { m_body = body; }
    Refusal refusal() const { return m_refusal; }
    int hosts() const { return m_hosts; }
    bool isHttp11() const { return m_isHttp11; }

private:
    void refuse(Refusal refusal, beast::error_code &ec)
    {
        m_refusal = refusal;
        ec = beast::http::error::bad_value; // any: it only makes Beast stop
    }

    void on_request_impl(beast::http::verb verb, beast::string_view, beast::string_view target,
                         int version, beast::error_code &ec) override
    {
        const auto *known = std::find_if(methodNames.begin(), methodNames.end(),
                                         [verb](const MethodName &n) { return n.verb == verb; });
        if (known == methodNames.end())
            return refuse(Refusals::methodUnknown, ec);
        m_head.method = known->method;
        m_head.target = toByteArray(target);
        m_isHttp11 = version == 11;
    }

    void on_field_impl(beast::http::field name, beast::string_view nameText,
                       beast::string_view value, beast::error_code &ec) override
    {
        using beast::http::field;
        if (m_inBody)
            return; // trailers are read and forgotten
        if (name == field::content_length) {
            if (m_head.contentLength >= 0 || !isContentLength(value))
                return refuse(Refusals::malformed, ec);
            m_head.contentLength = toByteArray(value).toLongLong();
        } else if (name == field::transfer_encoding) {
            if (!m_isHttp11 || !beast::iequals(value, "chunked"))
                return refuse(Refusals::malformed, ec);
        } else if (name == field::host) {
            ++m_hosts;
        }
        m_head.headers.add(toByteArray(nameText), toByteArray(value));
    }

    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override
    {
        m_inBody = true;
    }

    std::size_t on_body_impl(beast::string_view body, beast::error_code &) override
    {
        m_body->append(body.data(), static_cast<qsizetype>(body.size()));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view extensions,
                              beast::error_code &ec) override
    {
        // Beast lets everything pass in a quoted value; another reader may see a line end in it.
        const auto isControl = [](char c) {
            return static_cast<uchar>(c) < 0x20 && c != '\t';
        };
        if (std::any_of(extensions.begin(), extensions.end(), isControl))
            refuse(Refusals::malformed, ec);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body,
                                   beast::error_code &ec) override
    {
        return on_body_impl(body, ec);
    }

    void on_finish_impl(beast::error_code &) override {}
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}

    RequestHead &m_head;
    QByteArray *m_body = nullptr;
    Refusal m_refusal;
    int m_hosts = 0;
    bool m_isHttp11 = false;
    bool m_inBody = false;
};

RequestParser::RequestParser(const HttpLimits &limits)
    : m_limits(limits)
    , m_scanner(limits)
{}

RequestParser::~RequestParser() = default;

RequestParser::Step RequestParser::refuse(Refusal refusal)
{
    m_refusal = refusal;
    return Step::Refused;
}

RequestParser::Step RequestParser::parseHead(QByteArrayView input)
{
    switch (m_scanner.scan(input)) {
    case HeadScanner::Step::NeedMore: return Step::NeedMore;
    case HeadScanner::Step::Refused: return refuse(m_scanner.refusal());
    case HeadScanner::Step::Complete: break;
    }
    const QByteArrayView head = input.first(m_scanner.end()).sliced(m_scanner.begin());
    m_beast = std::make_unique<Beast>(m_head);
    beast::error_code ec;
    const std::size_t used = m_beast->put(
            boost::asio::const_buffer(head.data(), static_cast<std::size_t>(head.size())), ec);
    if (m_beast->refusal())
        return refuse(m_beast->refusal());
    if (ec || !m_beast->is_header_done() || used != static_cast<std::size_t>(head.size()))
        return refuse(Refusals::malformed);
    return checkHead();
}

/// What can be judged only when all lines are there.
RequestParser::Step RequestParser::checkHead()
{
    if (m_beast->hosts() > 1 || (m_beast->hosts() == 0 && m_beast->isHttp11())
        || !isHost(m_head.headers.value("Host")))
        return refuse(Refusals::malformed);

    auto target = parseTarget(m_head.target);
    if (!target)
        return refuse(Refusals::malformed);
    m_head.path = std::move(target->path);
    m_head.query = std::move(target->query);

    const QByteArray expected = m_head.headers.value("Expect");
    if (!expected.isEmpty() && m_beast->isHttp11()) {
        if (expected.compare("100-continue", Qt::CaseInsensitive) != 0)
            return refuse(Refusals::expectationUnknown);
        m_awaitsContinue = hasBody();
    }
    return Step::Complete;
}

bool RequestParser::hasBody() const
{
    return !m_beast->is_done();
}

bool RequestParser::keepsAlive() const
{
    return m_beast->keep_alive();
}

RequestParser::Step RequestParser::setBodyLimit(qint64 bytes)
{
    if (m_head.contentLength > bytes)
        return refuse(Refusals::bodyTooLarge);
    m_beast->body_limit(static_cast<std::uint64_t>(bytes));
    return Step::NeedMore;
}

RequestParser::Step RequestParser::parseBody(QByteArrayView input, qsizetype &used,
                                             QByteArray &body)
{
    // The shortest end of a chunked body is "0\r\n\r\n", so that more is always to come while fewer
    // bytes than this are there; Beast 1.81 stumbles (an assertion) over the end in smaller pieces.
    constexpr qsizetype shortestEnd = 5;

    used = 0;
    m_beast->setBody(&body);
    while (!m_beast->is_done()) {
        const QByteArrayView rest = input.sliced(used);
        if (rest.isEmpty() || (m_beast->chunked() && rest.size() < shortestEnd))
            return Step::NeedMore;
        beast::error_code ec;
        used += static_cast<qsizetype>(m_beast->put(
                boost::asio::const_buffer(rest.data(), static_cast<std::size_t>(rest.size())), ec));
        if (ec == beast::http::error::need_more) {
            // Only a chunk's size line and the trailers are left unused until they are complete.
            const QByteArrayView unused = input.sliced(used);
            return unused.size() > m_limits.chunkLineBytes || endsInQuotes(unused)
                           ? refuse(Refusals::malformed)
                           : Step::NeedMore;
        }
        if (ec == beast::http::error::body_limit)
            return refuse(Refusals::bodyTooLarge);
        if (ec)
            return refuse(Refusals::malformed);
    }
    return Step::Complete;
}

QByteArrayView methodToken(Method method)
{
    const auto *known = std::find_if(methodNames.begin(), methodNames.end(),
                                     [method](const MethodName &n) { return n.method == method; });
    return known == methodNames.end() ? QByteArrayView() : QByteArrayView(known->token);
}

} // namespace Deskbell::Http
