// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/markdownview.h"

#include "app/shell/theme.h"
#include "app/widgets/markdown.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QWheelEvent>

#include <cmath>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"markdown"_s);
    setOpenLinks(false);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    document()->setIndentWidth(20);
    viewport()->setAutoFillBackground(false); // lies on whatever card it is in
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (!Markdown::isAllowed(url))
            return;
        Q_EMIT linkChosen(url);
        if (url.scheme() != "deskbell"_L1)
            QDesktopServices::openUrl(url);
    });
    connect(this, qOverload<const QUrl &>(&QTextBrowser::highlighted), this,
            [this](const QUrl &url) { viewport()->setToolTip(url.toDisplayString()); });
}

void MarkdownView::setMarkdownText(const QString &markdown)
{
    m_markdown = markdown;
    render();
}

void MarkdownView::setHighlights(const QStringList &words)
{
    if (m_highlights == words)
        return;
    m_highlights = words;
    render();
}

void MarkdownView::highlight()
{
    QTextCharFormat format;
    format.setForeground(Theme::tokens().link);
    format.setFontWeight(QFont::DemiBold);
    for (const QString &word : std::as_const(m_highlights)) {
        QTextCursor found = document()->find(word, 0, QTextDocument::FindCaseSensitively);
        while (!found.isNull()) {
            found.mergeCharFormat(format);
            found = document()->find(word, found, QTextDocument::FindCaseSensitively);
        }
    }
}

void MarkdownView::render()
{
    const QString html = Markdown::toHtml(m_markdown);
    setHtml(html);
    highlight();
    // With Tab one goes from link to link; text alone has nothing to stop at.
    setFocusPolicy(html.contains("<a "_L1) ? Qt::StrongFocus : Qt::ClickFocus);
    updateGeometry();
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {}; // nothing is ever loaded, from the network or from the disk
}

int MarkdownView::heightForWidth(int width) const
{
    QTextDocument *text = document();
    const qreal before = text->textWidth();
    if (before != width)
        text->setTextWidth(width);
    return int(std::ceil(text->size().height()));
}

QSize MarkdownView::sizeHint() const
{
    const int width = viewport()->width();
    return {width, heightForWidth(width)};
}

QSize MarkdownView::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void MarkdownView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the timeline around it scrolls
}

} // namespace Deskbell::App
