// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>

#include <memory>

namespace Deskbell::App {

/// One setting: its key in the file and what it is without one.
template <class T>
struct Setting
{
    const char *key;
    T fallback;
};

/// Settings of which there is one text for each of several things.
struct SettingGroup
{
    const char *name;
};

/// Every setting of the program.
namespace Keys {
inline const Setting<QString> language{"ui/language", {}}; ///< "de", "en"; empty: the system's
inline const Setting<QString> themeMode{"ui/theme", QStringLiteral("system")};
inline const Setting<bool> singleKeys{"ui/singleKeys", true}; ///< J, K, A, … in lists
/// So many seconds a reply can be taken back before it goes out; 0: it goes at once.
inline const Setting<int> holdReplies{"replies/hold", 10};
inline const Setting<bool> keepInTray{"ui/keepInTray", false}; ///< when the last window closes
inline const Setting<QStringList> windows{"windows/open", {}};
inline const Setting<QStringList> servers{"servers/known", {}}; ///< most recent first
/// By host and port: the user name last used there.
inline const SettingGroup lastUsers{"users"};
/// By host and port: SHA-256 of the certificate that was accepted for it.
inline const SettingGroup fingerprints{"fingerprints"};
/// By server and account: how far each ticket was read; see Visits.
inline const SettingGroup visits{"visits"};
/// By entry of the views pane: order and columns of its list, as JSON; see ListLooks.
inline const SettingGroup listLooks{"listLooks"};
/// By server, account and workflow: what was changed in the editor and not saved yet, as JSON.
inline const SettingGroup workflowDrafts{"workflowDrafts"};
/// By id of an action: the keys that this person gave it; see ActionRegistry.
inline const SettingGroup shortcuts{"shortcuts"};
/// Ids of what was chosen last in the command palette, the newest first.
inline const Setting<QStringList> recentCommands{"palette/recent", {}};
} // namespace Keys

/// The settings of this person on this computer, typed, with a signal. Window thread only.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// The file of the platform, or `file` (tests).
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);
    ~Settings() override;

    template <class T>
    T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_store->value(QLatin1StringView(setting.key));
        return stored.isValid() && stored.template canConvert<T>() ? stored.template value<T>()
                                                                   : setting.fallback;
    }
    template <class T>
    void set(const Setting<T> &setting, const T &value)
    {
        store(setting.key, QVariant::fromValue(value));
    }
    QString value(const SettingGroup &group, const QString &name) const;
    /// An empty text removes it.
    void set(const SettingGroup &group, const QString &name, const QString &text);
    QStringList names(const SettingGroup &group) const;
    /// Layouts of windows and lists, by a name of one's own: "layout/<name>".
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &state);

Q_SIGNALS:
    /// The key of a setting, or the name of a group.
    void changed(const QByteArray &key);

private:
    void store(const char *key, const QVariant &value);
    std::unique_ptr<QSettings> m_store;
};

} // namespace Deskbell::App
