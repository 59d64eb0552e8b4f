// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Deskbell::App::Markdown {

/// Markdown from people as harmless HTML for QTextDocument: raw HTML is shown as text, images
/// become links, only http, https, mailto and deskbell links stay links, and a link whose words
/// differ from its target shows the target in its tooltip. Colours come from the theme's tokens.
/// Text beyond 100,000 characters or nested too deeply is shown as plain text.
QString toHtml(const QString &markdown);
/// The words alone, in one line: previews, notifications.
QString toPlainText(const QString &markdown);
/// Whether a link may be opened at all.
bool isAllowed(const QUrl &url);

} // namespace Deskbell::App::Markdown
