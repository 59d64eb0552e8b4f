// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

QList<Language::Choice> Language::available()
{
    return {{u"de"_s, u"Deutsch"_s}, {u"en"_s, u"English"_s}};
}

Language::Language()
    : m_system(QLocale::system())
{}

Language::~Language() = default;

QString Language::fitting(const QString &code)
{
    const QList<Choice> choices = available();
    const auto has = [&choices](const QString &wanted) {
        return std::any_of(choices.begin(), choices.end(),
                           [&](const Choice &choice) { return choice.code == wanted; });
    };
    if (has(code))
        return code;
    const QStringList wishes = QLocale::system().uiLanguages();
    for (const QString &wish : wishes) {
        const QString language = wish.section(u'-', 0, 0);
        if (has(language))
            return language;
    }
    return u"en"_s;
}

void Language::use(const QString &code)
{
    m_current = fitting(code);
    // The person's own region decides dates and numbers when the language is theirs anyway.
    const QLocale wanted(m_current);
    QLocale::setDefault(m_system.language() == wanted.language() ? m_system : wanted);

    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    const auto install = [this](const QString &name, const QString &folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(name, folder))
            return;
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    };
    install(u"qtbase_"_s + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"deskbell_"_s + m_current, u":/i18n"_s);
    QGuiApplication::setLayoutDirection(wanted.textDirection());
}

} // namespace Deskbell::App
