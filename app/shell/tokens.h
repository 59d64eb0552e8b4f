// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace Deskbell::App {

/// The grounds of badges. What a tone means is decided where it is used; words always go with it.
enum class Tone { Blue, Amber, Green, Slate, Red, Purple };
inline constexpr int toneCount = 6;

struct TonePair
{
    QColor background;
    QColor text;
};

/// Every colour of the program, by what it is for. The one table of them is in tokens.cpp.
struct Tokens
{
    bool dark = false;

    QColor window; ///< ground of bars, property panes, dialogs
    QColor base;   ///< ground of lists, messages, fields
    QColor side;   ///< ground of the views pane
    QColor text;
    QColor muted;   ///< second lines, times
    QColor faint;   ///< section titles, placeholders; readable all the same
    QColor border;  ///< lines between areas
    QColor control; ///< outline of fields and buttons
    QColor accent;  ///< the one accent: main button, focus, selection edge
    QColor onAccent;
    QColor link;
    QColor selection; ///< ground of a selected row; all text colours stay readable on it
    QColor hover;
    QColor textSelection; ///< ground of selected text in editors
    QColor noteBackground;
    QColor noteBorder;
    QColor noteText;
    QColor danger; ///< text and outline of what cannot be undone or went wrong
    QColor onDanger;
    std::array<TonePair, toneCount> tones;

    const TonePair &tone(Tone tone) const { return tones[std::size_t(tone)]; }

    static const Tokens &forLight();
    static const Tokens &forDark();
    static const Tokens &forHighContrast();
};

} // namespace Deskbell::App
