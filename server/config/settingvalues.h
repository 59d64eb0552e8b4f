// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

/// How people write numbers with a unit, both ways.
namespace Deskbell::Server::SettingValues {

/// "on", "true", "yes", "1" and their opposites, in any case.
std::optional<bool> toSwitch(const QString &text);

/// "4096", "16KiB", "2 GiB"; K, KB and KiB are all 1024.
std::optional<qint64> toBytes(const QString &text);
QString fromBytes(qint64 bytes);

/// "250ms", "10s", "5min", "24h", "30d"; a unit is required, for 10 what would be a guess.
std::optional<std::chrono::milliseconds> toTime(const QString &text);
QString fromTime(std::chrono::milliseconds time);

} // namespace Deskbell::Server::SettingValues
