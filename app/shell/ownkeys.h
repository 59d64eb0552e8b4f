// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>

#include <optional>

namespace Deskbell::App {

class Settings;

/// The keys that a person has given to actions, on this computer.
namespace OwnKeys {

QHash<QString, QList<QKeySequence>> all(const Settings &settings);
/// An empty list: the action has no key. Nothing: it has its default ones again.
void set(Settings &settings, const QString &action, const std::optional<QList<QKeySequence>> &keys);

} // namespace OwnKeys

} // namespace Deskbell::App
