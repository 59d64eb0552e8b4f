// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settings.h"

#include <QUrl>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// Names may hold what QSettings takes for a path.
QString groupKey(const SettingGroup &group, const QString &name)
{
    return QLatin1StringView(group.name) + u'/'
           + QString::fromLatin1(QUrl::toPercentEncoding(name, ":"));
}

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

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(open(file))
{}

Settings::~Settings() = default;

QString Settings::value(const SettingGroup &group, const QString &name) const
{
    return m_store->value(groupKey(group, name)).toString();
}

void Settings::set(const SettingGroup &group, const QString &name, const QString &text)
{
    if (text.isEmpty())
        m_store->remove(groupKey(group, name));
    else
        m_store->setValue(groupKey(group, name), text);
    Q_EMIT changed(group.name);
}

QStringList Settings::names(const SettingGroup &group) const
{
    m_store->beginGroup(QLatin1StringView(group.name));
    QStringList names = m_store->childKeys();
    m_store->endGroup();
    for (QString &name : names)
        name = QUrl::fromPercentEncoding(name.toLatin1());
    return names;
}

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
