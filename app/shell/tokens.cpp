// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tokens.h"

#include <iterator>

namespace Deskbell::App {

namespace {

/// One row of the table: a colour in the light, the dark and the high-contrast theme.
struct Row
{
    QColor Tokens::*token;
    QRgb light;
    QRgb dark;
    QRgb contrast;
};

constexpr Row colours[] = {
        {&Tokens::window, 0xF5F6F8, 0x1C1F23, 0x000000},
        {&Tokens::base, 0xFFFFFF, 0x23272C, 0x000000},
        {&Tokens::side, 0xECEEF2, 0x181A1E, 0x000000},
        {&Tokens::text, 0x1B2025, 0xE7EAEE, 0xFFFFFF},
        {&Tokens::muted, 0x5A6570, 0xA3ADB8, 0xFFFFFF},
        {&Tokens::faint, 0x616B76, 0x9BA6B2, 0xE0E0E0},
        {&Tokens::border, 0xDCE0E6, 0x363C44, 0xFFFFFF},
        {&Tokens::control, 0xC6CCD4, 0x49515B, 0xFFFFFF},
        {&Tokens::accent, 0x2A66D9, 0x6A9DF7, 0xFFE14D},
        {&Tokens::onAccent, 0xFFFFFF, 0x0E1420, 0x000000},
        {&Tokens::link, 0x1F56C2, 0x8DB4FA, 0xFFE14D},
        {&Tokens::selection, 0xE4EDFC, 0x2A3A54, 0x00335C},
        {&Tokens::hover, 0xF0F3F8, 0x2A2F36, 0x1F1F1F},
        {&Tokens::textSelection, 0xBFD5FA, 0x35507F, 0x005A9E},
        {&Tokens::noteBackground, 0xFFF6DC, 0x342D1B, 0x2B2500},
        {&Tokens::noteBorder, 0xE3BF5B, 0x8A7132, 0xFFE14D},
        {&Tokens::noteText, 0x6B4E00, 0xF0D78E, 0xFFF4C2},
        {&Tokens::danger, 0xB3261E, 0xFF9A8F, 0xFF9C92},
        {&Tokens::onDanger, 0xFFFFFF, 0x2B0906, 0x000000},
};

struct ToneRow
{
    Tone tone;
    QRgb light[2]; ///< ground, text
    QRgb dark[2];
    QRgb contrast[2];
};

constexpr ToneRow tones[] = {
        {Tone::Blue, {0xE3EDFD, 0x1E4FA8}, {0x22395F, 0xA9C8FF}, {0x003B73, 0xFFFFFF}},
        {Tone::Amber, {0xFCEFD2, 0x7A4B00}, {0x45350F, 0xF3CE7A}, {0x4F3A00, 0xFFFFFF}},
        {Tone::Green, {0xDDF3E6, 0x14663E}, {0x1B3F2D, 0x8FDDB2}, {0x00441F, 0xFFFFFF}},
        {Tone::Slate, {0xE6E9EE, 0x46515D}, {0x343A42, 0xC3CBD4}, {0x3A3A3A, 0xFFFFFF}},
        {Tone::Red, {0xFBE1DE, 0x9B2317}, {0x4B2320, 0xFFB0A6}, {0x6B0F0A, 0xFFFFFF}},
        {Tone::Purple, {0xEEE4FB, 0x5B2E9B}, {0x38285A, 0xCDB4FF}, {0x3F1D78, 0xFFFFFF}},
};
static_assert(std::size(tones) == toneCount);

using Column = QRgb Row::*;
using ToneColumn = const QRgb (ToneRow::*)[2];

Tokens make(bool dark, Column column, ToneColumn toneColumn)
{
    Tokens tokens;
    tokens.dark = dark;
    for (const Row &row : colours)
        tokens.*row.token = QColor(row.*column);
    for (const ToneRow &row : tones) {
        tokens.tones[std::size_t(row.tone)] = {.background = QColor((row.*toneColumn)[0]),
                                               .text = QColor((row.*toneColumn)[1])};
    }
    return tokens;
}

} // namespace

const Tokens &Tokens::forLight()
{
    static const Tokens tokens = make(false, &Row::light, &ToneRow::light);
    return tokens;
}

const Tokens &Tokens::forDark()
{
    static const Tokens tokens = make(true, &Row::dark, &ToneRow::dark);
    return tokens;
}

const Tokens &Tokens::forHighContrast()
{
    static const Tokens tokens = make(true, &Row::contrast, &ToneRow::contrast);
    return tokens;
}

} // namespace Deskbell::App
