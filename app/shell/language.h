// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Deskbell::App {

/// The language of the program: texts, dates and numbers, direction. Changing it while windows are
/// open sends each of them QEvent::LanguageChange.
class Language
{
public:
    struct Choice
    {
        QString code; ///< "de"
        QString name; ///< in the language itself: "Deutsch"
    };
    /// What the program speaks.
    static QList<Choice> available();

    Language();
    ~Language();

    /// A code of available(); empty or unknown: the system's, or English.
    void use(const QString &code);
    const QString &current() const { return m_current; }

private:
    static QString fitting(const QString &code);

    QString m_current;
    QLocale m_system; ///< as it was before this program changed the default
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace Deskbell::App
