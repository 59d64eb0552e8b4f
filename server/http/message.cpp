// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

namespace Deskbell::Http {

namespace {

bool hasName(const std::pair<QByteArray, QByteArray> &line, QByteArrayView name)
{
    return line.first.size() == name.size() && line.first.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray Headers::value(QByteArrayView name) const
{
    for (const auto &line : m_lines) {
        if (hasName(line, name))
            return line.second;
    }
    return {};
}

bool Headers::contains(QByteArrayView name) const
{
    for (const auto &line : m_lines) {
        if (hasName(line, name))
            return true;
    }
    return false;
}

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    m_lines.removeIf([&](const auto &line) { return hasName(line, name); });
    add(name, value);
}

void Headers::add(const QByteArray &name, const QByteArray &value)
{
    m_lines.emplaceBack(name, value);
}

} // namespace Deskbell::Http
