// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/composer.h"

#include "app/attachments/uploadlist.h"
#include "app/canned/cannedcompleter.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/settings.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/store/outbox.h"
#include "app/timeline/composertext.h"
#include "app/timeline/mentioncompleter.h"
#include "app/timeline/replydrafts.h"
#include "app/timeline/unsentstrip.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/markdown.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "common/timeline/replydraft.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int textLines = 4;

} // namespace

Composer::Composer(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_fault(new FieldMessage(this))
    , m_arrived(new NoticeBox(this))
    , m_filesPlace(new QVBoxLayout)
    , m_unsent(new UnsentStrip(context, this))
    , m_attach(new QToolButton(this))
    , m_cannedButton(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_send(new QPushButton(this))
{
    auto *text = new ComposerText(this);
    m_text = text;
    text->addFiles = [this](const QMimeData *source) {
        return m_files->addMimeData(source);
    };
    m_mentions = new MentionCompleter(context, m_text);
    m_canned = new CannedCompleter(context, m_text);
    text->addCompleter(m_mentions);
    text->addCompleter(m_canned);
    setObjectName(u"composer"_s);
    setAcceptDrops(true);
    m_tabs->setObjectName(u"composerMode"_s);
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_text->setObjectName(u"composerText"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textLines * m_text->fontMetrics().lineSpacing() + 2 * Metrics::gap);
    m_text->installEventFilter(this);
    m_attach->setObjectName(u"composerAttach"_s);
    m_attach->setIcon(Icons::icon(u"attach", Icons::Ink::Muted));
    m_attach->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_attach->setAutoRaise(true);
    m_cannedButton->setObjectName(u"composerCanned"_s);
    m_cannedButton->setIcon(Icons::icon(u"quote", Icons::Ink::Muted));
    m_cannedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cannedButton->setAutoRaise(true);
    m_hint->setObjectName(u"composerHint"_s);
    m_hint->setFont(Fonts::small());
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_fault->setObjectName(u"composerError"_s);
    m_arrived->setObjectName(u"composerArrived"_s);
    m_send->setObjectName(u"composerSend"_s);
    m_send->setDefault(true);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(Metrics::gap);
    foot->addWidget(m_attach);
    foot->addWidget(m_cannedButton);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::gap, Metrics::pageMargin,
                               Metrics::margin);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(m_unsent);
    layout->addWidget(m_arrived);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    // The frame around the text is painted here, in the colour of the mode; this is its inside.
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(Metrics::gap, Metrics::unit, Metrics::gap, Metrics::unit);
    frame->addWidget(m_text);
    layout->addLayout(frame);
    layout->addWidget(m_fault);
    m_filesPlace->setSpacing(0);
    layout->addLayout(m_filesPlace);
    layout->addLayout(foot);

    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int index) { setMode(index == 0 ? Mode::Reply : Mode::Note); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        keepDraft();
        m_fault->clearError();
        updateButton();
        Q_EMIT typed(m_text->toPlainText(), m_mode == Mode::Reply);
    });
    connect(&context.replies, &ReplyDrafts::changed, this,
            [this](TicketId ticket, bool isInternal) {
                const DraftPlace place{ticket, isInternal ? Mode::Note : Mode::Reply};
                if (!isShown(place))
                    return;
                // It comes from the disk, from another window, or back from the outbox.
                if (draftAt(place).text != m_text->toPlainText())
                    showDraft();
                else
                    showFiles();
            });
    connect(&context.outbox, &Outbox::refused, this, &Composer::refused);
    connect(&context.outbox, &Outbox::sent, this, [this](const OutboxItem &item) {
        m_sending.erase(item.key);
        Q_EMIT sent(item.ticket);
    });
    connect(m_unsent, &UnsentStrip::takenBack, this, &Composer::takeBack);
    connect(&context.replies, &ReplyDrafts::notKept, this, [this](const Error &error) {
        if (isVisible())
            m_fault->showError(sentence(error));
    });
    connect(m_attach, &QToolButton::clicked, this, [this] { m_files->choose(); });
    connect(m_cannedButton, &QToolButton::clicked, this, &Composer::offerCanned);
    connect(m_canned, &CannedCompleter::macroChosen, this, &Composer::macroChosen);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    showFiles();
    setTicket({});
}

void Composer::setTicket(const std::optional<Ticket> &ticket)
{
    const bool other = (ticket ? ticket->id : TicketId()) != (m_ticket ? m_ticket->id : TicketId());
    m_ticket = ticket;
    setVisible(may(Mode::Reply) || may(Mode::Note));
    m_tabs->setVisible(may(Mode::Reply) && may(Mode::Note)); // one alone is no choice
    // Disabled as well: arrow keys would reach a tab that is only hidden.
    for (const auto &[tab, tabMode] : {std::pair(0, Mode::Reply), std::pair(1, Mode::Note)}) {
        m_tabs->setTabVisible(tab, may(tabMode));
        m_tabs->setTabEnabled(tab, may(tabMode));
    }
    if (!may(m_mode) || other)
        setMode(may(Mode::Reply) ? Mode::Reply : Mode::Note);
    if (other)
        showDraft();
    m_unsent->setTicket(ticket ? ticket->id : TicketId());
    m_canned->setPlace(m_ticket, m_mode == Mode::Note);
    m_cannedButton->setVisible(usesCannedReplies(m_context.session.me().grants));
    retranslate();
}

bool Composer::may(Mode mode) const
{
    return m_ticket && m_ticket->details
           && m_ticket->details->allowedActions.contains(mode == Mode::Reply ? TicketAction::Reply
                                                                             : TicketAction::Note);
}

void Composer::setMode(Mode mode)
{
    m_mode = mode;
    const QSignalBlocker blocker(m_tabs);
    m_tabs->setCurrentIndex(mode == Mode::Reply ? 0 : 1);
    applyColours();
    showDraft();
    retranslate();
}

void Composer::applyColours()
{
    const Tokens &tokens = Theme::tokens();
    const bool isNote = m_mode == Mode::Note;
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, isNote ? tokens.noteBackground : tokens.base);
    palette.setColor(QPalette::Text, isNote ? tokens.noteText : tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.faint);
    m_text->setPalette(palette);
    setButtonLook(m_send, isNote ? ButtonLook::Note : ButtonLook::Primary);
    update();
}

void Composer::begin(Mode mode)
{
    if (!may(mode))
        return;
    setMode(mode);
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void Composer::offerCanned()
{
    begin(m_mode);
    if (may(m_mode))
        m_canned->begin();
}

void Composer::quote(const QString &markdown)
{
    QString quoted = markdown.trimmed();
    quoted.replace(u'\n', u"\n> "_s);
    m_text->setPlainText(u"> "_s + quoted + u"\n\n"_s + m_text->toPlainText());
    m_text->moveCursor(QTextCursor::End);
    m_text->setFocus();
}

bool Composer::isShown(const DraftPlace &place) const
{
    return m_ticket && m_ticket->id == place.first && m_mode == place.second;
}

KeptReply Composer::draftAt(const DraftPlace &place) const
{
    return m_context.replies.at(place.first, place.second == Mode::Note);
}

void Composer::keepFiles(const DraftPlace &place)
{
    KeptReply draft = draftAt(place);
    const QList<KeptFile> files = m_uploads.at(place)->finished();
    if (draft.files != files) {
        draft.files = files;
        m_context.replies.keep(draft);
    }
    if (isShown(place))
        updateButton();
}

void Composer::keepDraft()
{
    if (!m_ticket)
        return;
    KeptReply draft = draftAt({m_ticket->id, m_mode});
    const QString text = m_text->toPlainText();
    if (draft.text == text)
        return;
    const bool begins = draft.text.isEmpty();
    const bool isKnown = m_newest.ticketId == m_ticket->id;
    draft.text = text;
    if (begins)
        draft.seen = isKnown ? std::optional(m_newest.id) : std::nullopt;
    m_context.replies.keep(draft);
    if (text.isEmpty())
        m_arrived->clear();
}

void Composer::showDraft()
{
    const QSignalBlocker blocker(m_text);
    const TicketId id = m_ticket ? m_ticket->id : TicketId();
    m_text->setPlainText(draftAt({id, m_mode}).text);
    m_text->moveCursor(QTextCursor::End);
    m_fault->clearError();
    m_arrived->clear();
    m_mentions->setPlace(id, m_mode == Mode::Note);
    showFiles();
    m_canned->setPlace(m_ticket, m_mode == Mode::Note);
    updateButton();
}

/// Each message has files of its own: what goes with a note must not go out with a reply.
void Composer::showFiles()
{
    const DraftPlace place{m_ticket ? m_ticket->id : TicketId(), m_mode};
    std::erase_if(m_uploads, [&](const auto &entry) {
        const bool isOver = entry.first != place && entry.second->count() == 0;
        if (isOver)
            entry.second->deleteLater();
        else
            entry.second->setWanted(entry.first == place);
        return isOver;
    });
    UploadList *&files = m_uploads[place];
    if (!files) {
        files = new UploadList(m_context, this);
        m_filesPlace->addWidget(files);
        connect(files, &UploadList::changed, this, [this, place] { keepFiles(place); });
    }
    m_files = files;
    m_files->setFinished(draftAt(place).files);
}

void Composer::updateButton()
{
    const bool hasText = !m_text->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(hasText && !m_files->isPending());
    if (m_files->isPending())
        m_hint->setText(tr("The files are still on their way"));
    else if (m_mode == Mode::Note)
        m_hint->setText(tr("Only staff can read this"));
    else
        m_hint->setText(hasText ? QString() : tr("Markdown works"));
}

QString Composer::recipients() const
{
    if (!m_ticket)
        return {};
    const bool isRequester = m_ticket->requester.id == m_context.session.me().account.id;
    if (!isRequester)
        return m_ticket->requester.displayName;
    return m_ticket->assignee ? m_ticket->assignee->displayName : m_ticket->desk.name;
}

void Composer::send()
{
    const QString message = m_text->toPlainText();
    if (!m_ticket || message.trimmed().isEmpty() || m_files->isPending())
        return;
    const DraftPlace place{m_ticket->id, m_mode};
    KeptReply draft = draftAt(place);
    const ReplyDraft reply{.message = message,
                           .isInternal = m_mode == Mode::Note,
                           .attachmentIds = m_files->finishedIds(),
                           .mentions = m_mentions->mentionedIn(message)};
    if (const QList<FieldError> faults = validate(reply); !faults.isEmpty()) {
        m_fault->showError(describe(faults.first()));
        return;
    }
    draft.text = message;
    if (!checkArrived(draft))
        return;
    using namespace std::chrono;
    const milliseconds hold = m_mode == Mode::Note
                                      ? milliseconds()
                                      : seconds(m_context.settings.value(Keys::holdReplies));
    const QByteArray key = m_context.replies.send(*m_ticket, reply, m_files->finished(), hold);
    m_sending.insert(key);
    m_fault->clearError();
    if (hold > 0s)
        tellHeld(key, hold);
}

/// Who works on at another ticket can take it back all the same.
void Composer::tellHeld(const QByteArray &key, std::chrono::milliseconds hold)
{
    const QString text = tr("The reply to %1 goes out in a moment").arg(m_ticket->number);
    const auto undo = [this, key] {
        takeBack(key);
    };
    Popups::of(this).show({.kind = Popup::Kind::Success,
                           .text = text,
                           .action = {.text = tr("Undo"), .run = undo},
                           .key = u"reply.held"_s,
                           .stay = hold});
    Q_EMIT queued(tr("The reply to %1").arg(m_ticket->number), undo);
}

/// Of what is held here; false without one.
bool Composer::takeBackNewest()
{
    const QList<OutboxEntry> &entries = m_context.outbox.entries();
    const auto newest = std::find_if(entries.crbegin(), entries.crend(), [this](const auto &entry) {
        return entry.state == OutboxEntry::State::Held && m_ticket
               && entry.item.ticket == m_ticket->id;
    });
    if (newest == entries.crend())
        return false;
    takeBack(newest->item.key);
    return true;
}

void Composer::takeBack(const QByteArray &key)
{
    m_sending.erase(key);
    if (!m_context.replies.takeBack(key))
        Popups::of(this).info(tr("It was too late: the server has it already"));
}

void Composer::setNewest(const TimelineEntry &entry)
{
    // Who began before the timeline was there has seen what it shows first.
    for (const Mode one : {Mode::Reply, Mode::Note}) {
        KeptReply draft = draftAt({entry.ticketId, one});
        if (draft.text.isEmpty() || draft.seen)
            continue;
        draft.seen = entry.id;
        m_context.replies.keep(draft);
    }
    m_newest = entry;
}

bool Composer::checkArrived(KeptReply &draft)
{
    const bool isMine = m_newest.author && m_newest.author->id == m_context.session.me().account.id;
    if (m_newest.ticketId != m_ticket->id || !draft.seen || m_newest.id == *draft.seen || isMine) {
        m_arrived->clear();
        return true;
    }
    draft.seen = m_newest.id;
    m_context.replies.keep(draft);
    const QString author = m_newest.author ? m_newest.author->displayName : tr("The system");
    m_arrived->show(Tone::Amber,
                    m_newest.isInternal ? tr("%1 added a note since you began").arg(author)
                                        : tr("%1 answered since you began").arg(author),
                    u"“"_s + Markdown::toPlainText(m_newest.message).left(300) + u"”\n"_s
                            + tr("Send again if what you wrote still holds."));
    m_text->setFocus();
    return false;
}

/// Somebody else is answering: why does one do it all the same?
void Composer::askDespite(const OutboxItem &item)
{
    const QString holder = item.refusal->params.value("displayName"_L1).toString();
    const Question question{.title = tr("%1 is answering this ticket").arg(holder),
                            .text = tr("Two answers would confuse whoever asked. If yours cannot "
                                       "wait, say why; it is noted."),
                            .verb = tr("Send all the same"),
                            .destructive = false,
                            .reasonLabel = tr("Reason")};
    ConfirmDialog::ask(this, question, [this, item](const Decision &decision) {
        if (!decision.accepted) {
            m_context.replies.takeBack(item.key);
            return;
        }
        OutboxItem again = item;
        if (!m_context.outbox.find(item.key))
            return;
        again.refusal.reset();
        again.firstTried = {};
        again.body["despiteClaim"_L1] = decision.reason;
        m_sending.insert(m_context.outbox.add(again));
        m_context.outbox.takeBack(item.key); // a crash between leaves both, not none
    });
}

/// It stays in the outbox, with its reason; here it is said to who has sent it.
void Composer::refused(const OutboxItem &item)
{
    if (m_sending.erase(item.key) == 0)
        return;
    const DraftPlace place{item.ticket, item.kind == OutboxKind::Note ? Mode::Note : Mode::Reply};
    if (isShown(place) && item.refusal->key == "ticket.claimed")
        return askDespite(item);
    if (isShown(place) && !item.refusal->fields.isEmpty()) {
        m_context.replies.takeBack(item.key);
        m_fault->showError(describe(item.refusal->fields.first()));
        return;
    }
    const QString what = item.kind == OutboxKind::Note ? tr("The note for %1 could not be saved")
                                                       : tr("The reply to %1 could not be sent");
    Popups::of(this).error(what.arg(item.ticketNumber), *item.refusal);
}

void Composer::retranslate()
{
    m_tabs->setTabText(0, tr("Reply"));
    m_tabs->setTabText(1, tr("Internal note"));
    m_tabs->setAccessibleName(tr("What to write"));
    m_attach->setText(tr("Attach"));
    m_cannedButton->setText(tr("Canned replies"));
    m_cannedButton->setToolTip(
            tr("Texts and macros that are used often: type / at the beginning of a line"));
    const QString key = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    if (m_mode == Mode::Note) {
        m_send->setText(tr("Add internal note"));
        m_text->setAccessibleName(tr("Internal note"));
        m_text->setPlaceholderText(tr("Write a note for your colleagues"));
    } else {
        m_send->setText(tr("Send to %1").arg(recipients()));
        m_text->setAccessibleName(tr("Reply to %1").arg(recipients()));
        m_text->setPlaceholderText(tr("Write a reply to %1").arg(recipients()));
    }
    m_send->setToolTip(key);
    updateButton();
}

QColor Composer::edgeColor() const
{
    const Tokens &tokens = Theme::tokens();
    if (m_mode == Mode::Note)
        return tokens.noteBorder;
    return m_text->hasFocus() ? tokens.accent : tokens.control;
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text) {
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
            if (isReturn && (key->modifiers() & Qt::ControlModifier)) {
                send();
                return true;
            }
            if (key->matches(QKeySequence::Undo) && !m_text->document()->isUndoAvailable()
                && takeBackNewest())
                return true;
        } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            update();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edgeColor(), m_text->hasFocus() ? 1.5 : 1));
    painter.setBrush(m_mode == Mode::Note ? tokens.noteBackground : tokens.base);
    const QRectF frame = QRectF(m_text->geometry())
                                 .adjusted(-Metrics::gap + 0.5, -Metrics::unit + 0.5,
                                           Metrics::gap - 0.5, Metrics::unit - 0.5);
    painter.drawRoundedRect(frame, Metrics::cardRadius, Metrics::cardRadius);
}

void Composer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

void Composer::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Popups::of(this).keepClear(this);
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_ticket && UploadList::accepts(event->mimeData()))
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    if (m_files->addMimeData(event->mimeData()))
        event->acceptProposedAction();
}

} // namespace Deskbell::App
