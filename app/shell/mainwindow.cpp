// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/net/session.h"
#include "app/shell/aboutdialog.h"
#include "app/shell/appcontext.h"
#include "app/shell/commandpalette.h"
#include "app/shell/connectionbar.h"
#include "app/shell/goactions.h"
#include "app/shell/navigationpane.h"
#include "app/shell/ownkeys.h"
#include "app/shell/pagewidget.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/statusarea.h"
#include "app/shell/theme.h"
#include "app/shell/toolrow.h"
#include "app/shell/windows.h"
#include "app/store/outbox.h"
#include "app/timeline/unsentdialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/searchfield.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDataStream>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 1;
constexpr QSize firstSize{1280, 800};
const QList<int> firstWidths{224, 472, 692};

const MenuPlace menuPlaces[]
        = {MenuPlace::File, MenuPlace::Edit,  MenuPlace::View, MenuPlace::Ticket,
           MenuPlace::Go,   MenuPlace::Tools, MenuPlace::Help};

QString menuTitle(MenuPlace place)
{
    switch (place) {
    case MenuPlace::File: return MainWindow::tr("&File");
    case MenuPlace::Edit: return MainWindow::tr("&Edit");
    case MenuPlace::View: return MainWindow::tr("&View");
    case MenuPlace::Ticket: return MainWindow::tr("&Ticket");
    case MenuPlace::Go: return MainWindow::tr("&Go");
    case MenuPlace::Tools: return MainWindow::tr("T&ools");
    case MenuPlace::Help: return MainWindow::tr("&Help");
    case MenuPlace::None: break;
    }
    return {};
}

/// Edit actions act on whatever has the focus, as far as it knows the word.
void sendToFocus(const char *slot)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && focus->metaObject()->indexOfMethod((QByteArray(slot) + "()").constData()) >= 0)
        QMetaObject::invokeMethod(focus, slot);
}

} // namespace

MainWindow::MainWindow(AppContext &context, const QString &layoutName)
    : m_context(context)
    , m_layoutName(layoutName)
    , m_actions(new ActionRegistry(this))
    , m_navigation(new NavigationPane)
    , m_toolRow(new ToolRow(context))
    , m_connectionBar(new ConnectionBar(context))
    , m_statusArea(new StatusArea(context))
    , m_splitter(new QSplitter)
    , m_middle(new QStackedWidget)
    , m_right(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    buildPanes();
    buildMenus();
    buildActions();
    for (const Registry::Installer &install : context.registry.installers())
        install(context, *this);
    // What features put into the account's menu stands above.
    for (const QString &id : {u"app.settings"_s, u"session.signOut"_s})
        m_toolRow->addAccountAction(m_actions->action(id));
    const auto applyKeys = [this] {
        m_actions->setSingleKeys(m_context.settings.value(Keys::singleKeys));
        m_actions->setOwnKeys(OwnKeys::all(m_context.settings));
    };
    connect(&context.settings, &Settings::changed, this, [applyKeys](const QByteArray &key) {
        if (key == Keys::singleKeys.key || key == Keys::shortcuts.name)
            applyKeys();
    });
    applyKeys();
    connect(&context.session, &Session::accountChanged, this, &MainWindow::accountChanged);
    connect(m_navigation, &NavigationPane::entryChosen, this, &MainWindow::showEntry);
    accountChanged();
    retranslate();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    m_splitter->setObjectName(u"panes"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_navigation);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 3);
    m_splitter->setSizes(firstWidths);
    m_middle->setMinimumWidth(280);
    m_right->setMinimumWidth(360);
    m_right->hide();

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolRow);
    column->addWidget(m_connectionBar);
    column->addWidget(m_splitter, 1);
    setCentralWidget(centre);
    setStatusBar(m_statusArea);
}

void MainWindow::buildMenus()
{
    for (const MenuPlace place : menuPlaces) {
        QMenu *menu = menuBar()->addMenu(QString());
        m_menus.insert(place, menu);
        menu->menuAction()->setVisible(false);
    }
    connect(m_actions, &ActionRegistry::actionAdded, this, [this](QAction *action) {
        const MenuPlace place = m_actions->spec(action).menu;
        if (QMenu *menu = m_menus.value(place))
            m_actions->fill(menu, place);
    });
}

void MainWindow::addPaneToggle(const QString &id, const Text &text, const QKeySequence &key,
                               const QString &icon, QWidget *pane)
{
    QAction *action = m_actions->add({.id = id,
                                      .text = text,
                                      .shortcuts = {key},
                                      .menu = MenuPlace::View,
                                      .icon = icon,
                                      .checkable = true});
    action->setChecked(true);
    connect(action, &QAction::toggled, this, [this, pane](bool shown) {
        if (pane == m_right)
            m_wantsRight = shown;
        pane->setVisible(shown && (pane != m_right || m_right->currentWidget()));
    });
}

void MainWindow::buildActions()
{
    const auto add = [this](const char *id, Text text, QList<QKeySequence> keys, MenuPlace menu,
                            int section, const QString &icon, std::function<void()> run) {
        return m_actions->add({.id = QString::fromLatin1(id),
                               .text = std::move(text),
                               .shortcuts = std::move(keys),
                               .menu = menu,
                               .section = section,
                               .icon = icon},
                              this, std::move(run));
    };
    // File: features put what they make into section 0.
    add(
            "window.new", [] { return tr("New &window"); },
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, MenuPlace::File, 1, u"window"_s,
            [this] { m_context.windows.openMain(); });
    add(
            "window.close", [] { return tr("&Close window"); },
            {QKeySequence(Qt::CTRL | Qt::Key_W)}, MenuPlace::File, 1, {}, [this] { close(); });
    add(
            "session.signOut", [] { return tr("Sign &out"); }, {}, MenuPlace::File, 2, u"log-out"_s,
            [this] { signOut(); });
    add(
            "app.quit", [] { return tr("&Quit"); }, {QKeySequence(Qt::CTRL | Qt::Key_Q)},
            MenuPlace::File, 3, {},
            [this] {
                m_context.windows.closeAll();
                const bool staysInTray = !QGuiApplication::quitOnLastWindowClosed();
                if (staysInTray && !m_context.outbox.finish())
                    QCoreApplication::quit();
            });

    const struct
    {
        const char *id;
        const char *slot;
        QKeySequence::StandardKey key;
        int section;
        Text text;
    } edits[] = {
            {"edit.undo", "undo", QKeySequence::Undo, 0,
             [] {
                 return tr("&Undo");
             }},
            {"edit.redo", "redo", QKeySequence::Redo, 0,
             [] {
                 return tr("&Redo");
             }},
            {"edit.cut", "cut", QKeySequence::Cut, 1,
             [] {
                 return tr("Cu&t");
             }},
            {"edit.copy", "copy", QKeySequence::Copy, 1,
             [] {
                 return tr("&Copy");
             }},
            {"edit.paste", "paste", QKeySequence::Paste, 1,
             [] {
                 return tr("&Paste");
             }},
            {"edit.selectAll", "selectAll", QKeySequence::SelectAll, 1,
             [] {
                 return tr("Select &all");
             }},
    };
    for (const auto &edit : edits) {
        add(edit.id, edit.text, QKeySequence::keyBindings(edit.key), MenuPlace::Edit, edit.section,
            {}, [slot = edit.slot] { sendToFocus(slot); });
    }
    add(
            "edit.find", [] { return tr("&Find…"); }, QKeySequence::keyBindings(QKeySequence::Find),
            MenuPlace::Edit, 2, u"search"_s,
            [this] {
                m_toolRow->search().setFocus(Qt::ShortcutFocusReason);
                m_toolRow->search().selectAll();
            });

    addPaneToggle(
            u"view.views"_s, [] { return tr("&Views"); }, QKeySequence(Qt::Key_F9), u"sidebar"_s,
            m_navigation);
    addPaneToggle(
            u"view.details"_s, [] { return tr("&Details"); }, QKeySequence(Qt::Key_F8),
            u"panel-right"_s, m_right);
    add(
            "view.fullScreen", [] { return tr("&Full screen"); }, {QKeySequence(Qt::Key_F11)},
            MenuPlace::View, 1, {},
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });

    addGoActions(*this);
    add(
            "go.palette", [] { return tr("Command pa&lette…"); },
            {QKeySequence(Qt::CTRL | Qt::Key_K)}, MenuPlace::Go, 8, u"search"_s,
            [this] { CommandPalette::open(m_context, *this); });
    add(
            "go.unsent", [] { return tr("Not sent &yet…"); }, {}, MenuPlace::Go, 8, u"send"_s,
            [this] { UnsentDialog::open(m_context, this); });
    connect(m_statusArea, &StatusArea::unsentWanted, m_actions->action(u"go.unsent"_s),
            &QAction::trigger);
    add(
            "go.previousView", [] { return tr("&Previous view"); },
            {QKeySequence(Qt::ALT | Qt::Key_Up)}, MenuPlace::Go, 9, {}, [this] { step(-1); });
    add(
            "go.nextView", [] { return tr("&Next view"); }, {QKeySequence(Qt::ALT | Qt::Key_Down)},
            MenuPlace::Go, 9, {}, [this] { step(1); });

    add(
            "app.settings", [] { return tr("&Settings…"); },
            {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, MenuPlace::Tools, 9, u"settings"_s,
            [this] { SettingsDialog::open(m_context, *m_actions, this); });
    add(
            "help.shortcuts", [] { return tr("&Keyboard shortcuts"); },
            {QKeySequence(Qt::Key_Question), QKeySequence(Qt::CTRL | Qt::Key_Slash)},
            MenuPlace::Help, 0, u"keyboard"_s, [this] { ShortcutSheet::open(*m_actions, this); });
    add(
            "help.about", [] { return tr("&About Deskbell"); }, {}, MenuPlace::Help, 1, u"info"_s,
            [this] { AboutDialog::open(m_context, this); });
}

/// What is not sent yet is kept, and whoever expects it to arrive should know.
void MainWindow::signOut()
{
    const int unsent = int(m_context.outbox.entries().size());
    if (unsent == 0)
        return m_context.session.signOut();
    const Question question{
            .title = tr("%n change(s) have not reached the server yet", nullptr, unsent),
            .text = tr("They stay on this computer and are sent when you sign in again."),
            .verb = tr("Sign out all the same"),
            .destructive = false};
    ConfirmDialog::ask(this, question, [this](const Decision &decision) {
        if (decision.accepted)
            m_context.session.signOut();
    });
}

void MainWindow::accountChanged()
{
    showEntries();
    // A server that was given no name of its own has the program's.
    const QString server = m_context.session.server().name;
    setWindowTitle(server.isEmpty() || server == "Deskbell"_L1 ? u"Deskbell"_s
                                                               : tr("%1 – Deskbell").arg(server));
}

QList<EntrySpec> MainWindow::entries() const
{
    QList<EntrySpec> entries = m_context.registry.entries() + m_furtherEntries;
    entries.removeIf([this](const EntrySpec &entry) {
        return entry.visible && !entry.visible(m_context.session);
    });
    return entries;
}

void MainWindow::setFurtherEntries(const QList<EntrySpec> &entries)
{
    m_furtherEntries = entries;
    showEntries();
}

void MainWindow::showEntries()
{
    const QList<EntrySpec> all = entries();
    m_navigation->setEntries(all);
    if (!all.isEmpty() && m_navigation->currentEntry().isEmpty())
        showEntry(all.first().id);
}

PageWidget *MainWindow::page(const QString &pageId)
{
    if (PageWidget *made = m_pages.value(pageId))
        return made;
    const QList<PageSpec> &specs = m_context.registry.pages();
    const auto spec = std::find_if(specs.begin(), specs.end(),
                                   [&](const PageSpec &one) { return one.id == pageId; });
    if (spec == specs.end())
        return nullptr;
    PageWidget *made = spec->create(m_context, *this);
    m_pages.insert(pageId, made);
    m_middle->addWidget(made);
    if (QWidget *detail = made->detailPane())
        m_right->addWidget(detail);
    connect(made, &PageWidget::keyHintsChanged, this, [this, made](const QString &hints) {
        m_hints.insert(made, hints);
        if (currentPage() == made)
            m_statusArea->setKeyHints(hints);
    });
    return made;
}

PageWidget *MainWindow::currentPage() const
{
    return qobject_cast<PageWidget *>(m_middle->currentWidget());
}

QString MainWindow::currentEntry() const
{
    return m_navigation->currentEntry();
}

void MainWindow::showPage(PageWidget *page)
{
    m_middle->setCurrentWidget(page);
    QWidget *detail = page->detailPane();
    if (detail)
        m_right->setCurrentWidget(detail);
    m_right->setVisible(detail && m_wantsRight);
    m_actions->action(u"view.details"_s)->setEnabled(detail);
    m_statusArea->setKeyHints(m_hints.value(page));
}

void MainWindow::showEntry(const QString &entryId)
{
    const QList<EntrySpec> all = entries();
    const auto entry = std::find_if(all.cbegin(), all.cend(),
                                    [&](const EntrySpec &one) { return one.id == entryId; });
    if (entry == all.cend())
        return;
    PageWidget *shown = page(entry->page);
    if (!shown)
        return;
    m_navigation->setCurrentEntry(entryId);
    showPage(shown);
    shown->showEntry(entryId);
    Q_EMIT entryShown(entryId);
}

bool MainWindow::open(const QString &kind, const QString &id)
{
    if (PageWidget *current = currentPage(); current && current->open(kind, id))
        return true;
    for (const PageSpec &spec : m_context.registry.pages()) {
        PageWidget *candidate = page(spec.id);
        if (candidate != currentPage() && candidate->open(kind, id)) {
            showPage(candidate);
            return true;
        }
    }
    return false;
}

void MainWindow::step(int direction)
{
    if (const QString next = m_navigation->neighbour(direction); !next.isEmpty())
        showEntry(next);
}

void MainWindow::retranslate()
{
    for (const MenuPlace place : menuPlaces)
        m_menus[place]->setTitle(menuTitle(place));
    m_actions->retranslate();
    m_navigation->retranslate();
    m_toolRow->retranslate();
    m_connectionBar->retranslate();
    m_statusArea->retranslate();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveLayout()
{
    QByteArray panes;
    QDataStream stream(&panes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << layoutVersion << m_splitter->saveState() << !m_navigation->isHidden() << m_wantsRight
           << currentEntry();
    m_context.settings.setLayout(m_layoutName + "/geometry"_L1, saveGeometry());
    m_context.settings.setLayout(m_layoutName + "/panes"_L1, panes);
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_context.settings.layout(m_layoutName + "/geometry"_L1))) {
        // On a small screen the window's frame needs room, too.
        constexpr QSize frame(16, 48);
        resize(firstSize.boundedTo(screen()->availableSize() - frame));
    }
    const QByteArray panes = m_context.settings.layout(m_layoutName + "/panes"_L1);
    QDataStream stream(panes);
    stream.setVersion(QDataStream::Qt_6_0);
    int version = 0;
    QByteArray splitter;
    bool views = true;
    bool details = true;
    QString entry;
    stream >> version >> splitter >> views >> details >> entry;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    m_splitter->restoreState(splitter);
    // restoreState() shows and hides as it was; the actions must say the same.
    m_actions->action(u"view.views"_s)->setChecked(views);
    m_actions->action(u"view.details"_s)->setChecked(details);
    m_navigation->setVisible(views);
    showEntry(entry);
    if (PageWidget *current = currentPage())
        showPage(current);
}

} // namespace Deskbell::App
