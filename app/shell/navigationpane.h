// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/registry.h"

#include <QListView>

namespace Deskbell::App {

class NavigationModel;

/// The views pane at the left: sections with entries and their counters. Knows nothing of tickets.
class NavigationPane : public QListView
{
    Q_OBJECT

public:
    explicit NavigationPane(QWidget *parent = nullptr);

    /// Replaces the entries; keeps the current one and the counters where they are still there.
    void setEntries(const QList<EntrySpec> &entries);
    /// How many there are; -1: unknown, shows nothing. `hot` counters are painted as urgent.
    enum class Urgency { Normal, Hot };
    /// `more`: there are more than that.
    void setCounter(const QString &entryId, int count, Urgency urgency = Urgency::Normal,
                    bool more = false);
    int counter(const QString &entryId) const;

    void setCurrentEntry(const QString &entryId);
    QString currentEntry() const;
    /// The entry before or after the current one, for keys.
    QString neighbour(int step) const;
    void retranslate();

Q_SIGNALS:
    void entryChosen(const QString &entryId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NavigationModel *m_model;
    bool m_quiet = false; ///< the current entry is set by the program, not chosen
};

} // namespace Deskbell::App
