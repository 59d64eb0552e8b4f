// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/visits.h"
#include "app/widgets/scrollpane.h"
#include "common/timeline/timelineentry.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Deskbell::App {

class TimelineModel;
struct AppContext;

/// The timeline as one reads it: messages as cards, notes on their own ground, events as one line
/// each, a line between days and before what is new since the last visit, the newest at the end.
/// What is being read stays where it is when something comes; at the end one stays at the end.
class TimelineView : public ScrollPane
{
    Q_OBJECT

public:
    TimelineView(AppContext &context, TimelineModel &model, QWidget *parent = nullptr);

    /// What stands before the first entry: the description of the ticket.
    void setHead(QWidget *head);
    /// Whether this person may set signs on what is written.
    void setTakesReactions(bool takes);
    void scrollToEnd();
    /// The newest message, from where one reads on by keys.
    void focusNewest();

Q_SIGNALS:
    void linkChosen(const QUrl &url);
    /// Right click or menu key on a message.
    void entryMenuRequested(const Deskbell::TimelineEntry &entry, const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void rebuild();
    void updateDividers();
    void updateOlder();
    void showState();
    void markRead();
    bool isNew(const TimelineEntry &entry) const;
    QWidget *makeWidget(const TimelineEntry &entry);
    void fillEventLine(QLabel *line, const TimelineEntry &entry);
    bool isAtEnd() const;
    void noteAnchor();
    void keepPlace();

    AppContext &m_context;
    TimelineModel &m_model;
    QWidget *m_content;
    Visits m_visits;
    QDateTime m_readUntil; ///< by the visit before this one; invalid: there was none
    QDateTime m_markedUntil;
    QVBoxLayout *m_layout; ///< head, "older" button, entries, state, stretch
    QWidget *m_head = nullptr;
    QPushButton *m_older;
    bool m_olderFailed = false;
    QLabel *m_note; ///< that it loads, or why it does not
    QPushButton *m_retry;
    struct Item
    {
        QWidget *divider; ///< before it; hidden unless a new day or what is new begins
        QWidget *entry;
    };
    QList<Item> m_items; ///< one per row of the model
    bool m_takesReactions = false;
    bool m_followEnd = true;
    QPointer<QWidget> m_anchor; ///< the entry at the upper edge, and how far above it begins
    int m_anchorOffset = 0;
    bool m_keepingPlace = false;
};

} // namespace Deskbell::App
