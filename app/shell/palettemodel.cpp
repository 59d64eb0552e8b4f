// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/palettemodel.h"

#include "app/accounts/people.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/fuzzymatch.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/widgets/errortext.h"
#include "common/tickets/ticket.h"
#include "common/tickets/ticketfilter.h"

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 120ms;
constexpr int maxTickets = 8;
constexpr qsizetype maxPeople = 6;
constexpr qsizetype maxRecent = 20;
/// More than any text can have by its letters.
constexpr int recentBonus = 2000;

} // namespace

PaletteModel::PaletteModel(AppContext &context, MainWindow &window, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_window(window)
    , m_recent(context.settings.value(Keys::recentCommands))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &PaletteModel::ask);
    rebuild();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const auto hint = [&] {
        switch (row.kind) {
        case Kind::Action: return tr("Action");
        case Kind::View: return tr("View");
        case Kind::Ticket: return tr("Ticket");
        case Kind::Person: return tr("Person");
        case Kind::Message: break;
        }
        return QString();
    };
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole:
        return QString(row.text + u", "_s + hint() + (row.keys.isEmpty() ? u""_s : u", "_s)
                       + row.keys);
    case KindRole: return int(row.kind);
    case IdRole: return row.id;
    case HintRole: return hint();
    case KeysRole: return row.keys;
    case PlacesRole: return QVariant::fromValue(row.places);
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (!m_rows[index.row()].enabled)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool PaletteModel::wants(Kind kind) const
{
    if (m_sign.isNull())
        return true;
    return m_sign == (kind == Kind::Ticket ? u'#' : kind == Kind::Person ? u'@' : u'>');
}

/// With its score, when it fits; the more recent the better.
void PaletteModel::addRow(QList<Row> &rows, Row row) const
{
    const auto match = fuzzyMatch(m_typed, row.text);
    if (!match)
        return;
    row.score = match->score;
    row.places = match->places;
    const qsizetype recent = m_recent.indexOf(row.id);
    // Without a word the recent ones are all that counts; with one they only win among equals.
    if (recent >= 0 && m_typed.isEmpty())
        row.score += recentBonus - int(recent);
    else if (recent >= 0)
        row.score += 300;
    rows.append(row);
}

void PaletteModel::addActions(QList<Row> &rows) const
{
    const ActionRegistry &registry = m_window.actions();
    for (const QAction *action : registry.actions()) {
        // Views stand here by themselves, and the palette is open already.
        const QString id = action->objectName();
        if (!action->isVisible() || id == "go.palette"_L1 || id.startsWith("edit."_L1)
            || (id.startsWith("go."_L1) && registry.spec(action).menu == MenuPlace::None))
            continue;
        QString text = action->text();
        text.remove(u'&');
        addRow(rows, {.kind = Kind::Action,
                      .id = id,
                      .text = text,
                      .keys = action->shortcut().toString(QKeySequence::NativeText),
                      .enabled = action->isEnabled()});
    }
}

void PaletteModel::addViews(QList<Row> &rows) const
{
    for (const EntrySpec &entry : m_window.entries()) {
        const QAction *go = m_window.actions().action(u"go."_s + entry.id);
        addRow(rows, {.kind = Kind::View,
                      .id = entry.id,
                      .text = entry.title(),
                      .keys = go ? go->shortcut().toString(QKeySequence::NativeText) : QString()});
    }
}

void PaletteModel::rebuild()
{
    QList<Row> rows;
    if (wants(Kind::Action)) {
        addViews(rows);
        addActions(rows);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.score > b.score; });
    // What the server found stands in its order: a number that was typed comes first of all.
    const bool number = !m_typed.isEmpty() && m_typed.back().isDigit();
    QList<Row> found = wants(Kind::Ticket) ? m_tickets : QList<Row>();
    if (wants(Kind::Person))
        found += m_people;
    rows = number ? found + rows : rows + found;
    if (rows.isEmpty()) {
        const bool waits = m_pause.isActive() || m_ticketCall->isRunning();
        rows.append({.kind = Kind::Message,
                     .text = waits ? tr("Searching…") : tr("Nothing found"),
                     .enabled = false});
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void PaletteModel::setTyped(const QString &typed)
{
    QString text = typed.trimmed();
    m_sign = {};
    if (!text.isEmpty() && QStringView(u">#@").contains(text.front())) {
        m_sign = text.front();
        text = text.mid(1).trimmed();
    }
    if (text != m_typed) {
        m_tickets.clear();
        m_people.clear();
        m_ticketCall = {};
    }
    m_typed = text;
    if (m_typed.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
    rebuild();
}

void PaletteModel::ask()
{
    if (wants(Kind::Ticket))
        askForTickets();
    if (wants(Kind::Person) && m_context.session.can(Permission::UserView) && m_typed.size() > 1)
        askForPeople();
    rebuild();
}

void PaletteModel::askForTickets()
{
    TicketFilter filter{.search = m_typed.left(maxSearchLength)};
    filter.page = {.pageSize = maxTickets, .byCursor = true};
    Api::Request request = Api::Request::get(u"/tickets"_s);
    for (const auto &[name, value] : toQuery(filter))
        request.query.append({name, value});
    m_ticketCall = m_context.client.fetch<Page<Ticket>>(
            request, this, [this](const Result<Page<Ticket>> &page) {
                m_tickets.clear();
                if (!page) {
                    m_tickets.append({.kind = Kind::Message,
                                      .text = tr("The tickets could not be searched. %1")
                                                      .arg(sentence(page.error())),
                                      .enabled = false});
                }
                for (const Ticket &ticket : page ? page->data : QList<Ticket>()) {
                    const QString text = ticket.number + u"  "_s + ticket.title;
                    const auto match = fuzzyMatch(m_typed, text);
                    m_tickets.append({.kind = Kind::Ticket,
                                      .id = ticket.number,
                                      .text = text,
                                      .places = match ? match->places : QList<int>()});
                }
                rebuild();
            });
}

void PaletteModel::askForPeople()
{
    fetchPeople(m_context, {.search = m_typed}, this,
                [this, asked = m_typed](const Result<QList<PersonRef>> &people) {
                    if (asked != m_typed)
                        return;
                    m_people.clear();
                    for (const PersonRef &person :
                         people.value_or(QList<PersonRef>()).mid(0, maxPeople)) {
                        const auto match = fuzzyMatch(m_typed, person.displayName);
                        m_people.append({.kind = Kind::Person,
                                         .id = QString::number(person.id.value()),
                                         .text = person.displayName,
                                         .places = match ? match->places : QList<int>()});
                    }
                    rebuild();
                });
}

void PaletteModel::run(Kind kind, const QString &id)
{
    if (kind == Kind::Action || kind == Kind::View) {
        m_recent.removeAll(id);
        m_recent.prepend(id);
        m_context.settings.set(Keys::recentCommands, m_recent.mid(0, maxRecent));
    }
    switch (kind) {
    case Kind::Action: m_window.actions().action(id)->trigger(); break;
    case Kind::View: m_window.showEntry(id); break;
    case Kind::Ticket: m_window.open(u"ticket"_s, id); break;
    case Kind::Person: m_window.open(u"requester"_s, id); break;
    case Kind::Message: break;
    }
}

} // namespace Deskbell::App
