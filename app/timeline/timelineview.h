// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Deskbell::App {

class TimelineModel;
struct AppContext;

/// The timeline as one reads it: messages as cards, notes on their own ground, events as one line
/// each, a line with the date between days, the newest at the end. What is being read stays where
/// it is when something comes; at the end one stays at the end.
class TimelineView : public QScrollArea
{
    Q_OBJECT

public:
    TimelineView(AppContext &context, TimelineModel &model, QWidget *parent = nullptr);

    /// What stands before the first entry: the description of the ticket.
    void setHead(QWidget *head);
    void scrollToEnd();

Q_SIGNALS:
    void linkChosen(const QUrl &url);
    /// Right click or menu key on a message.
    void entryMenuRequested(const Deskbell::TimelineEntry &entry, const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void rebuild();
    void updateDays();
    void updateOlder();
    QWidget *makeWidget(const TimelineEntry &entry);
    void fillEventLine(QLabel *line, const TimelineEntry &entry);
    bool isAtEnd() const;

    AppContext &m_context;
    TimelineModel &m_model;
    QWidget *m_content;
    QVBoxLayout *m_layout; ///< head, "older" button, entries, stretch
    QWidget *m_head = nullptr;
    QPushButton *m_older;
    struct Item
    {
        QWidget *day; ///< the separator before it, hidden unless a new day begins
        QWidget *entry;
    };
    QList<Item> m_items; ///< one per row of the model
    bool m_followEnd = true;
};

} // namespace Deskbell::App
