// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include "app/shell/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

Theme *theTheme = nullptr;

QFont sized(int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

constexpr std::array<const char *, 4> modeNames{"system", "light", "dark", "highContrast"};

} // namespace

QString toSetting(ThemeMode mode)
{
    return QString::fromLatin1(modeNames[std::size_t(mode)]);
}

ThemeMode themeModeFromSetting(const QString &name)
{
    for (std::size_t i = 0; i < modeNames.size(); ++i) {
        if (name == QLatin1StringView(modeNames[i]))
            return ThemeMode(i);
    }
    return ThemeMode::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_tokens(&Tokens::forLight())
{
    Q_ASSERT(!theTheme);
    theTheme = this;
    QApplication::setStyle(new Style);
    QFont font = QApplication::font();
    if (QFontDatabase::hasFamily(u"Noto Sans"_s))
        font.setFamily(u"Noto Sans"_s);
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    QApplication::setFont(font);
    apply();
}

Theme::~Theme()
{
    theTheme = nullptr;
}

const Theme *Theme::current()
{
    return theTheme;
}

const Tokens &Theme::tokens()
{
    return theTheme ? *theTheme->m_tokens : Tokens::forLight();
}

bool Theme::isDark() const
{
    return m_tokens->dark;
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setSystemPrefersDark(bool dark)
{
    m_systemPrefersDark = dark;
    apply();
}

void Theme::apply()
{
    const bool dark
            = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemPrefersDark);
    const Tokens *tokens = m_mode == ThemeMode::HighContrast ? &Tokens::forHighContrast()
                           : dark                            ? &Tokens::forDark()
                                                             : &Tokens::forLight();
    const bool first = QApplication::palette().color(QPalette::Window) != m_tokens->window;
    if (tokens == m_tokens && !first)
        return;
    m_tokens = tokens;
    QApplication::setPalette(palette(*tokens));
    // Text in editors is selected on a stronger ground than rows in lists.
    QPalette editors = palette(*tokens);
    editors.setColor(QPalette::Highlight, tokens->textSelection);
    for (const char *editor : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox"})
        QApplication::setPalette(editors, editor);
    Q_EMIT changed();
}

QPalette Theme::palette(const Tokens &tokens)
{
    QPalette palette;
    const auto all = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    all(QPalette::Window, tokens.window);
    all(QPalette::WindowText, tokens.text);
    all(QPalette::Base, tokens.base);
    all(QPalette::AlternateBase, tokens.window);
    all(QPalette::Text, tokens.text);
    all(QPalette::PlaceholderText, tokens.faint);
    all(QPalette::Button, tokens.base);
    all(QPalette::ButtonText, tokens.text);
    all(QPalette::BrightText, tokens.danger);
    all(QPalette::Highlight, tokens.selection);
    all(QPalette::HighlightedText, tokens.text);
    all(QPalette::Link, tokens.link);
    all(QPalette::LinkVisited, tokens.link);
    all(QPalette::ToolTipBase, tokens.base);
    all(QPalette::ToolTipText, tokens.text);
    // Fusion derives its lines from these.
    all(QPalette::Light, tokens.base);
    all(QPalette::Midlight, tokens.hover);
    all(QPalette::Mid, tokens.border);
    all(QPalette::Dark, tokens.control);
    all(QPalette::Shadow, tokens.border);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, tokens.faint);
    }
    return palette;
}

namespace Fonts {

QFont body()
{
    return sized(13);
}

QFont bodyBold()
{
    return sized(13, QFont::DemiBold);
}

QFont small()
{
    return sized(12);
}

QFont caption()
{
    return sized(11);
}

QFont heading()
{
    return sized(15, QFont::DemiBold);
}

QFont title()
{
    return sized(19, QFont::DemiBold);
}

QFont tabular(const QFont &font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QFont result = font;
    result.setFeature("tnum", 1);
    return result;
#else
    // Noto Sans and most interface fonts have figures of equal width by default; this Qt cannot ask
    // for the "tnum" feature of the others.
    return font;
#endif
}

} // namespace Fonts

} // namespace Deskbell::App
