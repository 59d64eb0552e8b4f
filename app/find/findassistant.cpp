// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/find/findassistant.h"

#include "app/accounts/people.h"
#include "app/desks/choices.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/searchfield.h"
#include "common/desks/tag.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int offerRole = Qt::UserRole;
constexpr int leastPopupWidth = 340;
constexpr int visibleOffers = 12;

} // namespace

FindAssistant::FindAssistant(AppContext &context, SearchField &field)
    : QObject(&field)
    , m_context(context)
    , m_field(field)
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(visibleOffers);
    // Not the field's own completer: that one would replace all of the text.
    m_completer->setWidget(&field);
    m_completer->popup()->setObjectName(u"findOffers"_s);
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { putIn(index.data(offerRole).toString()); });
    connect(&field, &QLineEdit::textEdited, this, [this] {
        m_field.clearFault();
        offer();
    });
    field.installEventFilter(this);
    connect(&context.session, &Session::accountChanged, this, [this] {
        m_values.clear();
        m_asked.clear();
        m_askedPeople.clear();
    });
}

std::optional<FindQuery> FindAssistant::check()
{
    const ParsedFind parsed = parseFind(m_field.text());
    if (!parsed.fault) {
        m_field.clearFault();
        return parsed.query;
    }
    m_field.setFault(parsed.fault->position, parsed.fault->length, findFaultText(*parsed.fault));
    return std::nullopt;
}

/// Down in an empty field, or Ctrl+Space, shows what there is.
bool FindAssistant::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_completer->popup()->isVisible()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool asks
                = (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier)
                  || (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (asks) {
            offer();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void FindAssistant::offer()
{
    if (m_putting)
        return;
    m_term = unfinishedTerm(m_field.text(), m_field.cursorPosition());
    if (m_term.field)
        learn(*m_term.field, m_term.typed);
    // A single letter is no reason to cover the list.
    const bool isEager = m_term.field || m_term.typed.size() > 1 || m_field.text().isEmpty()
                         || !m_field.text().back().isLetterOrNumber();
    const QList<FindOffer> offers = isEager ? findOffers(m_term, m_values) : QList<FindOffer>();
    m_model->clear();
    for (const FindOffer &one : offers) {
        auto *item = new QStandardItem(
                one.hint.isEmpty() ? one.shown : tr("%1  –  %2").arg(one.shown, one.hint));
        item->setData(one.text, offerRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    if (offers.isEmpty() || !m_field.hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = m_field.rect();
    place.setWidth(std::max(leastPopupWidth, place.width()));
    m_completer->complete(place);
}

void FindAssistant::putIn(const QString &text)
{
    const QString whole = m_field.text();
    const qsizetype end = m_field.cursorPosition();
    const QString before = whole.left(m_term.start) + text;
    QString after = whole.mid(end);
    if (before.endsWith(u' ') && after.startsWith(u' '))
        after.remove(0, 1);
    m_putting = true;
    m_field.setText(before + after);
    m_field.setCursorPosition(int(before.size()));
    m_putting = false;
    // After a field its values are what one wants to see.
    if (before.endsWith(u':'))
        offer();
}

void FindAssistant::learned(FindField field, const QList<std::pair<QString, QString>> &values)
{
    m_values[field] = values;
    if (m_term.field == field)
        offer();
}

void FindAssistant::learn(FindField field, const QString &typed)
{
    if (field == FindField::Assignee || field == FindField::Requester) {
        if (!m_context.session.can(Permission::UserView)
            || (m_asked.contains(field) && typed == m_askedPeople))
            return;
        m_asked.insert(field);
        m_askedPeople = typed;
        fetchPeople(m_context, {.search = typed}, this,
                    [this, field, typed](const Result<QList<PersonRef>> &people) {
                        if (!people || typed != m_askedPeople)
                            return;
                        QList<std::pair<QString, QString>> values;
                        for (const PersonRef &person : *people)
                            values.append({person.displayName, person.displayName});
                        learned(field, values);
                    });
        return;
    }
    if (m_asked.contains(field))
        return;
    m_asked.insert(field);
    // What cannot be asked for now is asked for again with the next key.
    const auto take = [this, field](const auto &things, const auto &value, const auto &name) {
        if (!things) {
            m_asked.remove(field);
            return;
        }
        QList<std::pair<QString, QString>> values;
        for (const auto &thing : *things) {
            const std::pair one(value(thing), name(thing));
            if (!values.contains(one))
                values.append(one);
        }
        learned(field, values);
    };
    const auto nameOf = [](const auto &thing) {
        return thing.name;
    };
    switch (field) {
    case FindField::Desk:
        fetchDesks(m_context, this, [take, nameOf](const Result<QList<Desk>> &desks) {
            take(
                    desks, [](const Desk &desk) { return desk.key; }, nameOf);
        });
        break;
    case FindField::Category:
        fetchCategories(m_context, {}, this, [take, nameOf](const Result<QList<Category>> &all) {
            take(all, nameOf, nameOf);
        });
        break;
    case FindField::Team:
        fetchTeams(m_context, {}, this, [take, nameOf](const Result<QList<TeamRef>> &teams) {
            take(teams, nameOf, nameOf);
        });
        break;
    case FindField::Tag: {
        Api::Request request = Api::Request::get(u"/tags"_s);
        request.query.append({u"pageSize"_s, QString::number(maxPageSize)});
        m_context.client.fetch<Page<Tag>>(
                request, this, [take, nameOf](const Result<Page<Tag>> &page) {
                    take(page.map([](const Page<Tag> &answer) { return answer.data; }), nameOf,
                         nameOf);
                });
        break;
    }
    case FindField::Status:
        fetchStatuses(m_context, this, [take](const Result<QList<WorkflowStatus>> &statuses) {
            take(
                    statuses, [](const WorkflowStatus &status) { return status.key; },
                    [](const WorkflowStatus &status) {
                        return TicketText::status(status.key, status.label);
                    });
        });
        break;
    default: break;
    }
}

} // namespace Deskbell::App
