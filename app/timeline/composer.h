// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"
#include "common/canned/cannedreply.h"
#include "common/tickets/ticket.h"

#include <QWidget>

#include <map>
#include <optional>
#include <set>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace Deskbell::App {

class CannedCompleter;
class FieldMessage;
class MentionCompleter;
class NoticeBox;
class UnsentStrip;
class UploadList;
struct AppContext;
struct KeptReply;
struct OutboxItem;

/// Where replies and internal notes are written: two modes with another ground, border and button
/// each, so that nobody sends the one for the other. What was typed is kept per ticket and mode
/// until it is sent: see ReplyDrafts. What is sent goes to the outbox, a reply after a moment in
/// which it can be taken back.
class Composer : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Reply, Note };

    explicit Composer(AppContext &context, QWidget *parent = nullptr);

    /// The ticket that is written to; nothing hides the composer. The same ticket again only
    /// updates what may be done.
    void setTicket(const std::optional<Ticket> &ticket);
    Mode mode() const { return m_mode; }
    /// Puts the cursor into that mode's text, if this person may write such.
    void begin(Mode mode);
    /// Sends what is written, if anything is.
    void send();
    /// Puts the words of somebody else before one's own.
    void quote(const QString &markdown);
    /// Offers canned replies and macros, as "/" does.
    void offerCanned();
    /// The newest entry of the timeline: what came since one began is shown before one sends.
    void setNewest(const TimelineEntry &entry);

Q_SIGNALS:
    /// `text`: what is written so far.
    void typed(const QString &text, bool isReply);
    /// The outbox has it; undo() takes it back.
    void queued(const QString &what, const std::function<void()> &undo);
    /// A macro was chosen: its text is written, what it does is to be done.
    void macroChosen(const Deskbell::CannedReply &macro);
    /// The server has it.
    void sent(Deskbell::TicketId ticket);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using DraftPlace = std::pair<TicketId, Mode>;

    void setMode(Mode mode);
    void applyColours();
    bool isShown(const DraftPlace &place) const;
    KeptReply draftAt(const DraftPlace &place) const;
    void keepDraft();
    void keepFiles(const DraftPlace &place);
    void showDraft();
    void showFiles();
    void updateButton();
    void retranslate();
    /// False when something has come meanwhile: it is shown, and one is asked once.
    bool checkArrived(KeptReply &draft);
    void tellHeld(const QByteArray &key, std::chrono::milliseconds hold);
    void takeBack(const QByteArray &key);
    bool takeBackNewest();
    void askDespite(const OutboxItem &item);
    void refused(const OutboxItem &item);
    bool may(Mode mode) const;
    QString recipients() const;
    QColor edgeColor() const;

    AppContext &m_context;
    std::optional<Ticket> m_ticket;
    Mode m_mode = Mode::Reply;
    std::set<QByteArray> m_sending; ///< what this composer gave to the outbox

    QTabBar *m_tabs;
    QPlainTextEdit *m_text;
    FieldMessage *m_fault;
    NoticeBox *m_arrived;
    MentionCompleter *m_mentions;
    CannedCompleter *m_canned;
    TimelineEntry m_newest;
    std::map<DraftPlace, UploadList *> m_uploads; ///< uploads go on when another is shown
    UploadList *m_files = nullptr;                ///< of what is shown
    QVBoxLayout *m_filesPlace;
    UnsentStrip *m_unsent;
    QToolButton *m_attach;
    QToolButton *m_cannedButton;
    QLabel *m_hint;
    QPushButton *m_send;
};

} // namespace Deskbell::App
