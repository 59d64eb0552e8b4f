// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a message: what comes out has no tag, attribute or link but those that the renderer
// means, and its plain text is one line.
#include "app/shell/theme.h"
#include "app/widgets/markdown.h"
#include "tests/fuzz/property.h"

#include <QRegularExpression>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// In place of the theme, which would need all of the widgets.
const Tokens &Theme::tokens()
{
    static const Tokens tokens;
    return tokens;
}

namespace {

/// Every tag that opens is closed, the innermost first; but for those that stand alone.
bool isNested(const QString &html)
{
    static const QRegularExpression tag(u"<(/?)([a-z]+)[^>]*>"_s);
    QStringList open;
    for (auto it = tag.globalMatch(html); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(2);
        if (name == "br"_L1 || name == "hr"_L1)
            continue;
        if (match.capturedLength(1) == 0)
            open.append(name);
        else if (open.isEmpty() || open.takeLast() != name)
            return false;
    }
    return open.isEmpty();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString markdown
            = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    static const QRegularExpression tags(
            u"</?(p|b|i|s|code|pre|ul|ol|li|hr|blockquote|table|tr|th|td|br|a)"
            "( (align|border|cellpadding|cellspacing|href|start|style|title)=\"[^<>\"]*\")*>"_s);
    static const QRegularExpression links(u" href=\"([^\"]*)\""_s);

    QString html = Markdown::toHtml(markdown);
    for (auto link = links.globalMatch(html); link.hasNext();) {
        const QString target = link.next().captured(1).replace(u"&amp;"_s, u"&"_s);
        mustHold(Markdown::isAllowed(QUrl(target, QUrl::StrictMode)), "a link may be followed");
    }
    mustHold(isNested(html), "tags are nested");
    html.remove(tags);
    mustHold(!html.contains(u'<') && !html.contains(u'>'), "there is no tag but ours");
    const QString words = Markdown::toPlainText(markdown);
    mustHold(!words.contains(u'\n'), "the plain text is one line");
    return 0;
}
