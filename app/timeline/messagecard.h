// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace Deskbell::App {

class AttachmentStrip;
class Avatar;
class Badge;
class MarkdownView;
class ReactionBar;
struct AppContext;

/// A reply, or an internal note that nobody can mistake for one: on the note's ground, with its own
/// border and the words "Internal note".
class MessageCard : public QFrame
{
    Q_OBJECT

public:
    MessageCard(AppContext &context, const TimelineEntry &entry, QWidget *parent = nullptr);

    void setEntry(const TimelineEntry &entry);
    const TimelineEntry &entry() const { return m_entry; }
    /// Whether signs can be set on it; the description of a ticket takes none.
    void setTakesReactions(bool takes);

Q_SIGNALS:
    void linkChosen(const QUrl &url);
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fill();
    bool m_takesReactions = false;

    AppContext &m_context;
    TimelineEntry m_entry;
    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_time;
    Badge *m_solution;
    MarkdownView *m_text;
    AttachmentStrip *m_files;
    ReactionBar *m_reactions;
    QToolButton *m_react;
};

} // namespace Deskbell::App
