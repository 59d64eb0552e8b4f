// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/composer.h"

#include "app/attachments/uploadlist.h"
#include "app/canned/cannedcompleter.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/timeline/mentioncompleter.h"
#include "app/timeline/replydrafts.h"
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
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int textLines = 4;

/// A text field that gives pasted files and pictures to the upload list, and to an open list of
/// names or canned replies the keys that choose from it.
class ComposerText : public QPlainTextEdit
{
public:
    ComposerText(UploadList *files, QWidget *parent)
        : QPlainTextEdit(parent)
        , m_files(files)
    {}

    void addCompleter(const TextCompleter *completer) { m_completers.append(completer); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        // The list sends each key here first, and takes only what was not accepted.
        constexpr std::array choosing{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Escape};
        const bool chooses
                = std::find(choosing.begin(), choosing.end(), event->key()) != choosing.end();
        if (chooses && hasList())
            event->ignore();
        else
            QPlainTextEdit::keyPressEvent(event);
    }
    /// Tab chooses from an open list.
    bool focusNextPrevChild(bool next) override
    {
        return !hasList() && QPlainTextEdit::focusNextPrevChild(next);
    }
    bool canInsertFromMimeData(const QMimeData *source) const override
    {
        return UploadList::accepts(source) || QPlainTextEdit::canInsertFromMimeData(source);
    }
    void insertFromMimeData(const QMimeData *source) override
    {
        if (!source->hasText() || UploadList::accepts(source)) {
            if (m_files->addMimeData(source))
                return;
        }
        QPlainTextEdit::insertFromMimeData(source);
    }

private:
    bool hasList() const
    {
        return std::any_of(m_completers.cbegin(), m_completers.cend(),
                           [](const auto *completer) { return completer->isOpen(); });
    }

    UploadList *m_files;
    QList<const TextCompleter *> m_completers;
};

} // namespace

Composer::Composer(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_fault(new FieldMessage(this))
    , m_arrived(new NoticeBox(this))
    , m_files(new UploadList(context, this))
    , m_attach(new QToolButton(this))
    , m_cannedButton(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_send(new QPushButton(this))
{
    auto *text = new ComposerText(m_files, this);
    m_text = text;
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
    layout->addWidget(m_arrived);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    // The frame around the text is painted here, in the colour of the mode; this is its inside.
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(Metrics::gap, Metrics::unit, Metrics::gap, Metrics::unit);
    frame->addWidget(m_text);
    layout->addLayout(frame);
    layout->addWidget(m_fault);
    layout->addWidget(m_files);
    layout->addLayout(foot);

    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int index) { setMode(index == 0 ? Mode::Reply : Mode::Note); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        keepDraft();
        m_fault->clearError();
        updateButton();
        if (!isSending())
            Q_EMIT typed(m_text->toPlainText(), m_mode == Mode::Reply);
    });
    connect(m_files, &UploadList::changed, this, [this] {
        forgetKey();
        updateButton();
    });
    connect(&context.replies, &ReplyDrafts::changed, this,
            [this](TicketId ticket, bool isInternal) {
                const DraftPlace place{ticket, isInternal ? Mode::Note : Mode::Reply};
                if (isShown(place) && draftAt(place).text != m_text->toPlainText())
                    showDraft(); // it comes from the disk, or from another window
            });
    connect(&context.replies, &ReplyDrafts::notKept, this, [this](const Error &error) {
        if (isVisible())
            m_fault->showError(sentence(error));
    });
    connect(m_attach, &QToolButton::clicked, m_files, &UploadList::choose);
    connect(m_cannedButton, &QToolButton::clicked, this, &Composer::offerCanned);
    connect(m_canned, &CannedCompleter::macroChosen, this, &Composer::macroChosen);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    retranslate();
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
    if (other) {
        const QSignalBlocker blocker(m_files); // that one goes elsewhere changes no message
        m_files->clear();
        showDraft();
    }
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

bool Composer::isSending() const
{
    return m_ticket && m_sending.contains({m_ticket->id, m_mode});
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
    if (isSending())
        return;
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

/// With other files it is another message.
void Composer::forgetKey()
{
    if (!m_ticket || isSending())
        return;
    KeptReply draft = draftAt({m_ticket->id, m_mode});
    if (draft.key.isEmpty())
        return;
    draft.key.clear();
    draft.body = {};
    m_context.replies.keep(draft);
}

void Composer::keepDraft()
{
    if (!m_ticket || isSending())
        return;
    const KeptReply draft = draftAt({m_ticket->id, m_mode});
    // Another text is another message: it gets a key of its own.
    const QString text = m_text->toPlainText();
    if (draft.text == text)
        return;
    const bool begins = draft.text.isEmpty();
    const bool isKnown = m_newest.ticketId == m_ticket->id;
    m_context.replies.keep({.ticket = draft.ticket,
                            .isInternal = draft.isInternal,
                            .text = text,
                            .seen = !begins   ? draft.seen
                                    : isKnown ? m_newest.id
                                              : std::optional<TimelineEntryId>()});
    if (text.isEmpty())
        m_arrived->clear();
}

void Composer::showDraft()
{
    const QSignalBlocker blocker(m_text);
    const TicketId id = m_ticket ? m_ticket->id : TicketId();
    m_text->setPlainText(draftAt({id, m_mode}).text);
    m_text->moveCursor(QTextCursor::End);
    m_text->setReadOnly(isSending());
    m_fault->clearError();
    m_arrived->clear();
    m_mentions->setPlace(id, m_mode == Mode::Note);
    m_canned->setPlace(m_ticket, m_mode == Mode::Note);
    updateButton();
}

void Composer::updateButton()
{
    const bool hasText = !m_text->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(!isSending() && hasText && !m_files->isPending());
    if (isSending())
        m_hint->setText(tr("Sending…"));
    else if (m_files->isPending())
        m_hint->setText(tr("The files are still on their way"));
    else if (m_mode == Mode::Note)
        m_hint->setText(tr("Only staff can read this"));
    else
        m_hint->setText(hasText ? QString() : tr("Markdown works: **bold**, *italic*, lists"));
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
    if (!m_ticket || isSending() || message.trimmed().isEmpty() || m_files->isPending())
        return;
    const DraftPlace place{m_ticket->id, m_mode};
    KeptReply draft = draftAt(place);
    const ReplyDraft reply{.message = message,
                           .isInternal = m_mode == Mode::Note,
                           .attachmentIds = m_files->finishedIds(),
                           .mentions = m_mentions->mentionedIn(message),
                           .despiteClaim = draft.despiteClaim};
    if (const QList<FieldError> faults = validate(reply); !faults.isEmpty()) {
        m_fault->showError(describe(faults.first()));
        return;
    }
    draft.text = message;
    if (!checkArrived(draft))
        return;
    // The same message sent again after a lost answer is the same message to the server.
    if (draft.key.isEmpty()) {
        draft.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        draft.body = toJson(reply);
    }
    m_context.replies.keepNow(draft);
    Api::Request request
            = Api::Request::post(u"/tickets/%1/replies"_s.arg(m_ticket->id.value()), draft.body);
    request.withKey(draft.key);
    m_sending.insert(place);
    m_text->setReadOnly(true);
    m_fault->clearError();
    updateButton();
    m_context.client.send(request, this, [this, place](const Result<Api::Answer> &answer) {
        sendDone(place, answer);
    });
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
void Composer::askDespite(const DraftPlace &place, const Error &error)
{
    const QString holder = error.params.value("displayName"_L1).toString();
    const Question question{.title = tr("%1 is answering this ticket").arg(holder),
                            .text = tr("Two answers would confuse whoever asked. If yours cannot "
                                       "wait, say why; it is noted."),
                            .verb = tr("Send all the same"),
                            .destructive = false,
                            .reasonLabel = tr("Reason")};
    ConfirmDialog::ask(this, question, [this, place](const Decision &decision) {
        if (!decision.accepted || !isShown(place))
            return;
        KeptReply draft = draftAt(place);
        draft.despiteClaim = decision.reason;
        m_context.replies.keep(draft);
        send();
    });
}

void Composer::sendDone(const DraftPlace &place, const Result<Api::Answer> &answer)
{
    m_sending.erase(place);
    const bool stillShown = isShown(place);
    if (stillShown)
        m_text->setReadOnly(false);
    if (answer) {
        m_context.replies.discard(place.first, place.second == Mode::Note);
        if (stillShown) {
            const QSignalBlocker blocker(m_files);
            m_files->clear();
            showDraft();
        }
        Q_EMIT sent(place.first);
    } else if (stillShown && answer.error().key == "ticket.claimed") {
        forgetKey(); // with a reason it is another request
        askDespite(place, answer.error());
    } else if (stillShown && !answer.error().fields.isEmpty()) {
        m_fault->showError(describe(answer.error().fields.first()));
    } else {
        // The text stays where it was typed; sending it again is safe.
        Popups::of(this).error(place.second == Mode::Note ? tr("The note could not be saved")
                                                          : tr("The reply could not be sent"),
                               answer.error(),
                               stillShown ? std::function([this] { send(); }) : nullptr);
    }
    updateButton();
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
