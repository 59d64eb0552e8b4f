// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worklog/timepanel.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/timetext.h"
#include "common/access/permission.h"
#include "common/base/clock.h"
#include "common/base/duration.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

TimePanel::TimePanel(AppContext &context, QWidget *parent)
    : WorkPanel(context, u"timeSpent"_s, u"time-entries"_s, parent)
    , m_adder(new QWidget(this))
    , m_time(new QLineEdit(m_adder))
    , m_note(new QLineEdit(m_adder))
    , m_fault(new QLabel(m_adder))
{
    m_time->setObjectName(u"timeSpentNew"_s);
    m_note->setObjectName(u"timeSpentNote"_s);
    m_note->setMaxLength(timeNoteRule.max);
    m_fault->setObjectName(u"timeSpentFault"_s);
    m_fault->setFont(Fonts::small());
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *grid = new QGridLayout(m_adder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Metrics::unit);
    grid->addWidget(m_time, 0, 0);
    grid->addWidget(m_note, 0, 1);
    grid->addWidget(m_fault, 1, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    m_adder->setFocusProxy(m_time);
    m_layout->addWidget(m_adder);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (QLineEdit *field : {m_time, m_note}) {
        connect(field, &QLineEdit::returnPressed, this, &TimePanel::add);
        connect(field, &QLineEdit::textEdited, m_fault, &QLabel::hide);
    }
    connect(m_list, &QListWidget::customContextMenuRequested, this, &TimePanel::showMenu);
}

QWidget *TimePanel::adder() const
{
    return m_adder;
}

void TimePanel::load()
{
    m_call = m_context.client.get<Page<TimeEntry>>(
            path(), this, [this, changes = m_changes](const Result<Page<TimeEntry>> &page) {
                if (page)
                    arrived(*page, changes);
                else
                    failed(page.error());
            });
}

void TimePanel::arrived(const Page<TimeEntry> &page, int changes)
{
    if (changes != m_changes)
        return;
    m_entries = page.data;
    loaded();
}

void TimePanel::forget()
{
    m_entries.clear();
    m_time->clear();
    m_note->clear();
    m_fault->hide();
}

void TimePanel::translate()
{
    m_time->setPlaceholderText(tr("30m"));
    m_time->setAccessibleName(tr("Time spent"));
    m_time->setToolTip(tr("Such as “30m”, “1:30” or “1h 30”; Return adds it"));
    m_note->setPlaceholderText(tr("On what"));
    m_note->setAccessibleName(tr("What the time was spent on"));
    m_fault->setText(tr("Write a time of at most a day, such as “30m” or “1:30”."));
    m_list->setToolTip(m_mayChange ? tr("Delete removes") : QString());
}

void TimePanel::fill()
{
    while (m_list->count() > m_entries.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < m_entries.size())
        m_list->addItem(new QListWidgetItem);
    int total = 0;
    for (int row = 0; row < m_entries.size(); ++row) {
        const TimeEntry &entry = m_entries[row];
        total += entry.minutes;
        const QString day = QLocale().toString(entry.day, QLocale::ShortFormat);
        const QString who = entry.note.isEmpty()
                                    ? entry.person.displayName
                                    : tr("%1: %2").arg(entry.person.displayName, entry.note);
        m_list->item(row)->setText(tr("%1 · %2").arg(TimeText::workingTime(entry.minutes), day)
                                   + u'\n' + who);
    }
    setCaption(tr("Time spent"), total == 0 ? QString() : TimeText::workingTime(total));
    fitList();
}

void TimePanel::add()
{
    const auto minutes = minutesFromText(m_time->text());
    if (!minutes || *minutes < 1 || *minutes > maxMinutesSpent) {
        m_fault->show();
        m_time->setFocus();
        return;
    }
    const TimeEntryDraft draft{.minutes = *minutes,
                               .day = m_context.clock.now().toLocalTime().date(),
                               .note = m_note->text().trimmed()};
    m_time->clear();
    m_note->clear();
    m_time->setFocus();
    send(draft, tr("The time could not be added"));
}

void TimePanel::send(const TimeEntryDraft &draft, const QString &failed)
{
    const int number = ++m_changes;
    m_context.client.fetch<Page<TimeEntry>>(
            Api::Request::post(path(), toJson(draft)), this,
            [this, number, draft, failed](const Result<Page<TimeEntry>> &page) {
                if (page)
                    return arrived(*page, number);
                if (m_time->text().isEmpty() && m_note->text().isEmpty()) {
                    m_time->setText(TimeText::workingTime(draft.minutes));
                    m_note->setText(draft.note);
                }
                Popups::of(this).error(failed, page.error());
            });
}

bool TimePanel::mayRemove(int row) const
{
    return m_mayChange && row >= 0 && row < m_entries.size()
           && (m_entries[row].person.id == m_context.session.me().account.id
               || m_context.session.me().grants.holds(Permission::CommentDeleteAny, m_desk));
}

void TimePanel::removeCurrent()
{
    remove(m_list->currentRow());
}

/// One's own at once, for it can be undone; of others after a question, for only they can put it
/// back.
void TimePanel::remove(int row)
{
    if (!mayRemove(row))
        return;
    const TimeEntry entry = m_entries[row];
    const TicketId ticket = m_ticket;
    const bool own = entry.person.id == m_context.session.me().account.id;
    const QString time = TimeText::workingTime(entry.minutes);
    const auto run = [this, entry, ticket, own, time] {
        if (ticket != m_ticket)
            return;
        ++m_changes;
        m_entries.removeOne(entry);
        fill();
        m_context.client.send(Api::Request::remove(path(entry.id.value())), this,
                              [this, entry, ticket, own, time](const Result<Api::Answer> &answer) {
                                  if (!answer) {
                                      refresh();
                                      Popups::of(this).error(tr("The time could not be removed"),
                                                             answer.error());
                                      return;
                                  }
                                  PopupAction undo;
                                  if (own)
                                      undo = {tr("Undo"), [this, entry, ticket] {
                                                  if (ticket == m_ticket)
                                                      send({.minutes = entry.minutes,
                                                            .day = entry.day,
                                                            .note = entry.note},
                                                           tr("The time could not be put back"));
                                              }};
                                  Popups::of(this).info(tr("Removed: %1").arg(time), undo);
                              });
    };
    if (own)
        return run();
    ConfirmDialog::ask(this,
                       {.title = tr("Remove %1 of %2?").arg(time, entry.person.displayName),
                        .text = tr("Only %1 can add them again.").arg(entry.person.displayName),
                        .verb = tr("Remove time")},
                       [run](const Decision &decision) {
                           if (decision.accepted)
                               run();
                       });
}

void TimePanel::showMenu(const QPoint &position)
{
    const int row = m_list->row(m_list->itemAt(position));
    if (!mayRemove(row))
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"timeSpentMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Remove"), this, [this, row] { remove(row); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace Deskbell::App
