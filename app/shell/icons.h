// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace Deskbell::App::Icons {

/// Which token an icon is painted with; asked anew at each painting, so a change of theme needs
/// no new icons.
enum class Ink { Text, Muted, Accent, OnAccent, Danger, Note };

/// The icon resources/icons/<name>.svg, e.g. icon(u"bell"). An unknown name is a programming
/// error: it asserts, and is an empty icon in a release build.
QIcon icon(QStringView name, Ink ink = Ink::Text);
/// The same in a colour of one's own, for delegates: `Icons::pixmap(u"eye", 16, tokens.muted,
/// dpr)`.
QPixmap pixmap(QStringView name, int size, const QColor &colour, qreal devicePixelRatio);

} // namespace Deskbell::App::Icons
