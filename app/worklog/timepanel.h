// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worklog/workpanel.h"
#include "common/base/paging.h"
#include "common/worklog/timeentry.h"

class QLineEdit;

namespace Deskbell::App {

/// The time that was spent on a ticket, and all of it together. One adds one's own of today; Delete
/// removes one's own, which can be undone, and with the right to it that of others.
class TimePanel : public WorkPanel
{
    Q_OBJECT

public:
    explicit TimePanel(AppContext &context, QWidget *parent = nullptr);

    const QList<TimeEntry> &entries() const { return m_entries; }

protected:
    void load() override;
    void forget() override;
    void fill() override;
    void translate() override;
    QWidget *adder() const override;
    void removeCurrent() override;

private:
    void add();
    bool mayRemove(int row) const;
    void remove(int row);
    void showMenu(const QPoint &position);
    void send(const TimeEntryDraft &draft, const QString &failed);
    void arrived(const Page<TimeEntry> &page, int changes);

    QList<TimeEntry> m_entries; ///< newest day first
    QWidget *m_adder;
    QLineEdit *m_time;
    QLineEdit *m_note;
    QLabel *m_fault;
};

} // namespace Deskbell::App
