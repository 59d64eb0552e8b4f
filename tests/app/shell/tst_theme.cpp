// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/icons.h"
#include "app/shell/settings.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// WCAG 2.1: relative luminance, and the contrast of two colours.
static double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

static double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void paletteIsComplete();
    void followsTheSystemUntilTold();
    void changesOpenWindowsAtOnce();
    void settingsNamesRoundTrip();
    void everyIconCanBeDrawn();
    void iconsFollowTheTheme();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");

    const struct
    {
        const char *name;
        const Tokens &tokens;
    } themes[] = {{"light", Tokens::forLight()},
                  {"dark", Tokens::forDark()},
                  {"high contrast", Tokens::forHighContrast()}};
    for (const auto &[theme, t] : themes) {
        const auto add
                = [theme = theme](const char *what, const QColor &text, const QColor &ground) {
                      QTest::addRow("%s: %s", theme, what) << text << ground;
                  };
        const struct
        {
            const char *name;
            QColor colour;
        } grounds[] = {{"window", t.window},
                       {"base", t.base},
                       {"side", t.side},
                       {"selection", t.selection},
                       {"hover", t.hover}},
          texts[] = {{"text", t.text},
                     {"muted", t.muted},
                     {"faint", t.faint},
                     {"link", t.link},
                     {"danger", t.danger}};
        for (const auto &ground : grounds) {
            for (const auto &text : texts) {
                add(qPrintable(u"%1 on %2"_s.arg(QLatin1StringView(text.name),
                                                 QLatin1StringView(ground.name))),
                    text.colour, ground.colour);
            }
        }
        add("selected text in editors", t.text, t.textSelection);
        add("main button", t.onAccent, t.accent);
        add("danger button", t.onDanger, t.danger);
        add("note", t.noteText, t.noteBackground);
        add("link in a note", t.link, t.noteBackground);
        for (int i = 0; i < toneCount; ++i) {
            const TonePair &pair = t.tone(Tone(i));
            add(qPrintable(u"tone %1"_s.arg(i)), pair.text, pair.background);
            add(qPrintable(u"text on tone %1"_s.arg(i)), t.text, pair.background);
        }
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double found = contrast(text, ground);
    QVERIFY2(found >= 4.5,
             qPrintable(u"%1 on %2 is %3"_s.arg(text.name(), ground.name()).arg(found)));
}

void TestTheme::paletteIsComplete()
{
    for (const Tokens *tokens :
         {&Tokens::forLight(), &Tokens::forDark(), &Tokens::forHighContrast()}) {
        const QPalette palette = Theme::palette(*tokens);
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            if (role == QPalette::NoRole)
                continue;
            QVERIFY2(palette.isBrushSet(QPalette::Active, QPalette::ColorRole(role)),
                     qPrintable(QString::number(role)));
        }
        QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::ButtonText),
                         palette.color(QPalette::Window))
                >= 4.5);
    }
}

void TestTheme::followsTheSystemUntilTold()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    QVERIFY(!theme.isDark());
    theme.setSystemPrefersDark(true);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Tokens::forDark().base);
    theme.setMode(ThemeMode::Light);
    QVERIFY(!theme.isDark());
    theme.setSystemPrefersDark(false);
    theme.setSystemPrefersDark(true);
    QVERIFY(!theme.isDark());
    theme.setMode(ThemeMode::HighContrast);
    QCOMPARE(Theme::tokens().window, QColor(Qt::black));
    theme.setMode(ThemeMode::System);
    QVERIFY(theme.isDark());
    QCOMPARE(changed.size(), 4); // and not when nothing changed
}

void TestTheme::changesOpenWindowsAtOnce()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    QWidget window;
    QPushButton button(u"Send"_s, &window);
    setButtonLook(&button, ButtonLook::Primary);
    button.setGeometry(60, 30, 120, 30); // not where the pointer may be
    window.resize(200, 80);
    window.show();
    const auto pixel = [&] {
        return window.grab().toImage().pixelColor(150, 70);
    };
    const auto ground = [&] {
        return button.grab().toImage().pixelColor(6, 15);
    };
    QCOMPARE(pixel(), Tokens::forLight().window);
    QCOMPARE(ground(), Tokens::forLight().accent);
    theme.setMode(ThemeMode::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(pixel(), Tokens::forDark().window);
    QCOMPARE(ground(), Tokens::forDark().accent);
}

void TestTheme::settingsNamesRoundTrip()
{
    for (const ThemeMode mode :
         {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast})
        QCOMPARE(themeModeFromSetting(toSetting(mode)), mode);
    QCOMPARE(themeModeFromSetting(u"pink"_s), ThemeMode::System);
    QCOMPARE(themeModeFromSetting(Keys::themeMode.fallback), ThemeMode::System);
}

void TestTheme::everyIconCanBeDrawn()
{
    const QStringList files = QDir(u":/icons"_s).entryList();
    QVERIFY(files.size() > 50);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        const QImage image = Icons::pixmap(name, 20, Qt::red, 2).toImage();
        QCOMPARE(image.size(), QSize(40, 40));
        bool inked = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                inked = inked || colour.alpha() > 128;
                // A colour of its own would not follow the theme.
                QVERIFY2(colour.alpha() < 128 || (colour.green() < 40 && colour.blue() < 40),
                         qPrintable(name));
            }
        }
        QVERIFY2(inked, qPrintable(name));
    }
}

void TestTheme::iconsFollowTheTheme()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    const QIcon icon = Icons::icon(u"pause");
    const auto ink = [&icon](QIcon::Mode mode) {
        return icon.pixmap(QSize(40, 40), 1, mode).toImage().pixelColor(14, 20);
    };
    QCOMPARE(ink(QIcon::Normal), Tokens::forLight().text);
    QCOMPARE(ink(QIcon::Disabled), Tokens::forLight().faint);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(ink(QIcon::Normal), Tokens::forDark().text);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
