// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"

#include <QWidget>

namespace Deskbell::App {

class FlowLayout;
struct AppContext;

/// The signs that people have set on a message, each with how many; a press sets or takes one's
/// own. Hidden while there is none; chooseFrom() opens all that there are.
class ReactionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReactionBar(AppContext &context, QWidget *parent = nullptr);

    void setEntry(const TimelineEntry &entry);
    /// A menu with every sign, for a message without any, too.
    void chooseFrom(const QPoint &globalPosition);

    static QString name(ReactionKind kind);
    static QString icon(ReactionKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    bool isMine(ReactionKind kind) const;
    void toggle(ReactionKind kind);

    AppContext &m_context;
    TimelineEntry m_entry;
    FlowLayout *m_flow;
};

} // namespace Deskbell::App
