// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/ownkeys.h"

#include "app/shell/settings.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App::OwnKeys {

namespace {

/// In the settings: an action that shall have no key.
const QString noKey = u"none"_s;

} // namespace

QHash<QString, QList<QKeySequence>> all(const Settings &settings)
{
    QHash<QString, QList<QKeySequence>> keys;
    for (const QString &action : settings.names(Keys::shortcuts)) {
        const QString text = settings.value(Keys::shortcuts, action);
        keys.insert(action,
                    text == noKey ? QList<QKeySequence>()
                                  : QKeySequence::listFromString(text, QKeySequence::PortableText));
    }
    return keys;
}

void set(Settings &settings, const QString &action, const std::optional<QList<QKeySequence>> &keys)
{
    QString text;
    if (keys)
        text = keys->isEmpty() ? noKey
                               : QKeySequence::listToString(*keys, QKeySequence::PortableText);
    settings.set(Keys::shortcuts, action, text);
}

} // namespace Deskbell::App::OwnKeys
