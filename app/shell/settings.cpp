// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settings.h"

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

QString layoutKey(const QString &name)
{
    return "layout/"_L1 + name;
}

std::unique_ptr<QSettings> open(const QString &file)
{
    if (!file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"Deskbell"_s,
                                       u"deskbell"_s);
}

} // namespace

Settings::Settings(const QString &file, QObject *parent) : QObject(parent), m_store(open(file)) {}

Settings::~Settings() = default;

QByteArray Settings::layout(const QString &name) const
{
    return m_store->value(layoutKey(name)).toByteArray();
}

void Settings::setLayout(const QString &name, const QByteArray &state)
{
    m_store->setValue(layoutKey(name), state);
}

void Settings::store(const char *key, const QVariant &value)
{
    if (m_store->value(QLatin1StringView(key)) == value)
        return;
    m_store->setValue(QLatin1StringView(key), value);
    Q_EMIT changed(key);
}

} // namespace Deskbell::App
