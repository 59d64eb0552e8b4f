// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace Deskbell::App {

/// Shows Markdown from people, as high as its text is. Loads nothing, runs nothing; shows where a
/// link goes before it is followed.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void setMarkdownText(const QString &markdown);
    /// Words that stand out wherever they are in the text: "@Jane Doe".
    void setHighlights(const QStringList &words);
    QString markdownText() const { return m_markdown; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// An allowed link was chosen; deskbell: links stay in the program, others go to the browser.
    void linkChosen(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void render();
    void highlight();
    QString m_markdown;
    QStringList m_highlights;
};

} // namespace Deskbell::App
