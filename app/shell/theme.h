// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tokens.h"

#include <QFont>
#include <QObject>

class QPalette;

namespace Deskbell::App {

enum class ThemeMode { System, Light, Dark, HighContrast };
/// As the settings file names it; what it does not know is System.
QString toSetting(ThemeMode mode);
ThemeMode themeModeFromSetting(const QString &name);

/// The look of the whole program: colour tokens, palette and fonts. One per process, made by
/// main() before the first widget; a change repaints every window at once (widgets get
/// QEvent::PaletteChange as for any palette).
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// The theme of the process. Without one (tests that do not care) the light tokens are current.
    static const Theme *current();
    /// Colours to paint with, now. Ask at paint time; do not keep copies.
    static const Tokens &tokens();

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const;

    /// What the desktop prefers; setMode(System) follows it.
    void setSystemPrefersDark(bool dark);

    static QPalette palette(const Tokens &tokens);

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    bool m_systemPrefersDark = false;
    const Tokens *m_tokens = nullptr;
};

/// The few sizes of text there are, in device-independent pixels of the application's font.
namespace Fonts {
QFont body();                     ///< 13, all running text
QFont bodyBold();                 ///< 13 semi-bold: unread rows, names
QFont small();                    ///< 12: second lines, times, status bar
QFont caption();                  ///< 11: section titles, field labels in property lists
QFont heading();                  ///< 15 semi-bold: head of a list or page
QFont title();                    ///< 19 semi-bold: the title of a ticket, one per window
QFont tabular(const QFont &font); ///< the same with figures of equal width, for counters and ages
} // namespace Fonts

/// Distances in device-independent pixels; everything is a multiple of 4.
namespace Metrics {
inline constexpr int unit = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 12;
inline constexpr int pageMargin = 20;
inline constexpr int radius = 6;     ///< buttons, fields
inline constexpr int cardRadius = 8; ///< messages, cards
inline constexpr int badgeRadius = 4;
inline constexpr int controlHeight = 30;
inline constexpr int avatar = 20;
} // namespace Metrics

} // namespace Deskbell::App
