// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/markdown.h"

#include "app/shell/theme.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <md4c.h>

namespace Deskbell::App::Markdown {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxLength = 100'000;
constexpr int maxDepth = 24; ///< blocks and spans inside each other; QTextDocument recurses
constexpr qsizetype maxOutput = 4'000'000;

constexpr unsigned dialect = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;

QString decoded(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

/// The character of an entity such as "&amp;" or "&#58;"; one we do not know stays as it is.
QString entity(const QString &text)
{
    static const QHash<QString, QChar> named
            = {{u"&amp;"_s, u'&'},  {u"&lt;"_s, u'<'},    {u"&gt;"_s, u'>'},
               {u"&quot;"_s, u'"'}, {u"&apos;"_s, u'\''}, {u"&nbsp;"_s, QChar::Nbsp}};
    if (const auto found = named.constFind(text); found != named.constEnd())
        return *found;
    if (!text.startsWith("&#"_L1))
        return text;
    const bool hex = text.size() > 2 && text[2].toLower() == u'x';
    bool ok = false;
    const QStringView digits = QStringView(text).sliced(hex ? 3 : 2).chopped(1);
    const uint code = digits.toUInt(&ok, hex ? 16 : 10);
    if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        return QString(QChar::ReplacementCharacter);
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString text;
    if (!attribute.text)
        return text;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET from = attribute.substr_offsets[i];
        const QString part = decoded(attribute.text + from, attribute.substr_offsets[i + 1] - from);
        text += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity(part) : part;
    }
    return text;
}

/// "https://bank.example" in the words of a link promises a host.
QString promisedHost(const QString &words)
{
    const QString text = words.trimmed();
    if (text.contains(u' ') || !text.contains(u'.'))
        return {};
    const QUrl url = QUrl::fromUserInput(text);
    return url.scheme().startsWith("http"_L1) ? url.host() : QString();
}

/// Writes the HTML. Whatever md4c reports, only the tags that stand here can come out.
class Writer
{
public:
    QString take() && { return std::move(m_out); }

    bool enterBlock(MD_BLOCKTYPE type, void *detail);
    bool leaveBlock(MD_BLOCKTYPE type);
    bool enterSpan(MD_SPANTYPE type, void *detail);
    bool leaveSpan(MD_SPANTYPE type);
    bool text(MD_TEXTTYPE type, const QString &text);

private:
    struct Link
    {
        QUrl url; ///< empty: shown as plain words
        QString words;
        bool image = false;
    };

    void closeSpan(MD_SPANTYPE type);
    void openLink(const QString &target, bool image);
    void closeLink();
    void put(const QString &words);
    bool isWithin() const
    {
        return m_depth + m_spans.size() <= maxDepth && m_out.size() <= maxOutput;
    }

    QString m_out;
    QList<Link> m_links;
    QList<MD_SPANTYPE> m_spans; ///< that are open
    int m_depth = 0;            ///< of blocks
};

bool Writer::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    ++m_depth;
    const Tokens &t = Theme::tokens();
    switch (type) {
    case MD_BLOCK_DOC: break;
    case MD_BLOCK_QUOTE:
        m_out += u"<blockquote style=\"margin-left:12px; margin-right:0px; color:%1\">"_s.arg(
                t.muted.name());
        break;
    case MD_BLOCK_UL: m_out += u"<ul style=\"margin-top:4px; margin-bottom:4px\">"_s; break;
    case MD_BLOCK_OL:
        m_out += u"<ol start=\"%1\" style=\"margin-top:4px; margin-bottom:4px\">"_s.arg(
                std::min(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start, 1'000'000u));
        break;
    case MD_BLOCK_LI: {
        const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
        m_out += u"<li>"_s;
        if (item->is_task)
            m_out += item->task_mark == ' ' ? u"☐ "_s : u"☑ "_s;
        break;
    }
    case MD_BLOCK_HR: m_out += u"<hr>"_s; break;
    case MD_BLOCK_H: {
        // Headings in a message are strong lines, not page titles.
        const unsigned level = static_cast<MD_BLOCK_H_DETAIL *>(detail)->level;
        m_out += u"<p style=\"margin-top:8px; margin-bottom:4px; font-weight:600; font-size:%1px\">"_s
                         .arg(level == 1   ? 17
                              : level == 2 ? 15
                                           : 13);
        break;
    }
    case MD_BLOCK_CODE:
        m_out += u"<pre style=\"margin-top:4px; margin-bottom:4px; background-color:%1\">"_s.arg(
                t.side.name());
        break;
    case MD_BLOCK_P: m_out += u"<p style=\"margin-top:0px; margin-bottom:8px\">"_s; break;
    case MD_BLOCK_TABLE:
        m_out += u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" "
                 "style=\"border-collapse:collapse; border-color:%1\">"_s.arg(t.border.name());
        break;
    case MD_BLOCK_TR: m_out += u"<tr>"_s; break;
    case MD_BLOCK_TH: m_out += u"<th align=\"left\">"_s; break;
    case MD_BLOCK_TD: m_out += u"<td>"_s; break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_HTML: break;
    }
    return isWithin();
}

bool Writer::leaveBlock(MD_BLOCKTYPE type)
{
    --m_depth;
    while (!m_spans.isEmpty())
        closeSpan(m_spans.takeLast());
    switch (type) {
    case MD_BLOCK_QUOTE: m_out += u"</blockquote>"_s; break;
    case MD_BLOCK_UL: m_out += u"</ul>"_s; break;
    case MD_BLOCK_OL: m_out += u"</ol>"_s; break;
    case MD_BLOCK_LI: m_out += u"</li>"_s; break;
    case MD_BLOCK_H:
    case MD_BLOCK_P: m_out += u"</p>"_s; break;
    case MD_BLOCK_CODE: m_out += u"</pre>"_s; break;
    case MD_BLOCK_TABLE: m_out += u"</table>"_s; break;
    case MD_BLOCK_TR: m_out += u"</tr>"_s; break;
    case MD_BLOCK_TH: m_out += u"</th>"_s; break;
    case MD_BLOCK_TD: m_out += u"</td>"_s; break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY: break;
    }
    return isWithin();
}

bool Writer::enterSpan(MD_SPANTYPE type, void *detail)
{
    m_spans.append(type);
    switch (type) {
    case MD_SPAN_EM: m_out += u"<i>"_s; break;
    case MD_SPAN_STRONG: m_out += u"<b>"_s; break;
    case MD_SPAN_CODE: m_out += u"<code>"_s; break;
    case MD_SPAN_DEL: m_out += u"<s>"_s; break;
    case MD_SPAN_A:
        openLink(attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href), false);
        break;
    case MD_SPAN_IMG:
        openLink(attributeText(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src), true);
        break;
    default: break;
    }
    return isWithin();
}

/// md4c also ends what never began ("![]([)]()") or is not the innermost; the HTML is in order all
/// the same.
bool Writer::leaveSpan(MD_SPANTYPE type)
{
    if (m_spans.contains(type)) {
        while (m_spans.last() != type)
            closeSpan(m_spans.takeLast());
        closeSpan(m_spans.takeLast());
    }
    return isWithin();
}

void Writer::closeSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM: m_out += u"</i>"_s; break;
    case MD_SPAN_STRONG: m_out += u"</b>"_s; break;
    case MD_SPAN_CODE: m_out += u"</code>"_s; break;
    case MD_SPAN_DEL: m_out += u"</s>"_s; break;
    case MD_SPAN_A:
    case MD_SPAN_IMG: closeLink(); break;
    default: break;
    }
}

void Writer::openLink(const QString &target, bool image)
{
    const QUrl url(target, QUrl::StrictMode);
    Link link{.url = isAllowed(url) ? url : QUrl(), .words = {}, .image = image};
    // An image inside a link stays words: links do not nest.
    if (!m_links.isEmpty())
        link.url.clear();
    if (!link.url.isEmpty()) {
        const QString shown = QString::fromUtf8(link.url.toEncoded()).toHtmlEscaped();
        m_out += u"<a href=\"%1\" title=\"%1\">"_s.arg(shown);
    }
    if (image)
        m_out += QCoreApplication::translate("Markdown", "Image:").toHtmlEscaped() + u' ';
    m_links.append(link);
}

void Writer::closeLink()
{
    const Link link = m_links.takeLast();
    if (link.image && link.words.isEmpty())
        m_out += link.url.fileName().toHtmlEscaped();
    if (link.url.isEmpty())
        return;
    m_out += u"</a>"_s;
    // Words that promise one place and lead to another say where they lead.
    const QString promised = promisedHost(link.words);
    if (!promised.isEmpty() && promised != link.url.host())
        m_out += u" ("_s + link.url.host().toHtmlEscaped() + u')';
}

void Writer::put(const QString &words)
{
    for (Link &link : m_links)
        link.words += words;
    m_out += words.toHtmlEscaped();
}

bool Writer::text(MD_TEXTTYPE type, const QString &text)
{
    switch (type) {
    case MD_TEXT_NULLCHAR: put(QString(QChar::ReplacementCharacter)); break;
    // People who press Return in a message mean a new line.
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: m_out += u"<br>"_s; break;
    case MD_TEXT_ENTITY: put(entity(text)); break;
    default: put(text); break;
    }
    return isWithin();
}

/// The parser calls back C functions. What ends it must be below 0: md4c forgets other values on
/// its way up.
template <class Handler>
bool parse(const QString &markdown, Handler &handler)
{
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *user) {
        return static_cast<Handler *>(user)->enterBlock(type, detail) ? 0 : -1;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *user) {
        return static_cast<Handler *>(user)->leaveBlock(type) ? 0 : -1;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *user) {
        return static_cast<Handler *>(user)->enterSpan(type, detail) ? 0 : -1;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *user) {
        return static_cast<Handler *>(user)->leaveSpan(type) ? 0 : -1;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
        return static_cast<Handler *>(user)->text(type, decoded(text, size)) ? 0 : -1;
    };
    const QByteArray utf8 = markdown.toUtf8();
    return md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &handler) == 0;
}

/// Keeps the words, drops all else.
class Words
{
public:
    QString take() && { return m_out.simplified(); }

    bool enterBlock(MD_BLOCKTYPE, void *) { return true; }
    bool leaveBlock(MD_BLOCKTYPE)
    {
        m_out += u' ';
        return m_out.size() <= maxOutput;
    }
    bool enterSpan(MD_SPANTYPE, void *) { return true; }
    bool leaveSpan(MD_SPANTYPE) { return true; }
    bool text(MD_TEXTTYPE type, const QString &text)
    {
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            m_out += u' ';
        else
            m_out += type == MD_TEXT_ENTITY ? entity(text) : text;
        return true;
    }

private:
    QString m_out;
};

} // namespace

bool isAllowed(const QUrl &url)
{
    if (!url.isValid() || url.isRelative())
        return false;
    const QString scheme = url.scheme();
    if (scheme == "mailto"_L1)
        return !url.path().isEmpty();
    return (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "deskbell"_L1)
           && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QString toHtml(const QString &markdown)
{
    Writer writer;
    if (markdown.size() <= maxLength && parse(markdown, writer))
        return std::move(writer).take();
    QString plain = markdown.toHtmlEscaped();
    plain.replace(u'\n', "<br>"_L1);
    return u"<p>"_s + plain + u"</p>"_s;
}

QString toPlainText(const QString &markdown)
{
    Words words;
    if (markdown.size() <= maxLength && parse(markdown, words))
        return std::move(words).take();
    return markdown.simplified();
}

} // namespace Deskbell::App::Markdown
