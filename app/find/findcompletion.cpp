// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/find/findcompletion.h"

#include "app/tickets/tickettext.h"
#include "app/widgets/errortext.h"
#include "common/sla/servicelevel.h"
#include "common/tickets/priority.h"
#include "common/tickets/statuscategory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr qsizetype mostOffers = 12;

QString translated(const char *text)
{
    return QCoreApplication::translate("FindCompletion", text);
}

using Values = QList<std::pair<QString, QString>>;

template <IsWireEnum E>
Values valuesOf(QString (*text)(E))
{
    Values values;
    for (const auto &row : WireEnum<E>::names)
        values.append({QString(toWire(row.value)), text(row.value)});
    return values;
}

QString stateText(FindState state)
{
    switch (state) {
    case FindState::Open: return translated(QT_TRANSLATE_NOOP("FindCompletion", "not done yet"));
    case FindState::Closed:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "resolved or closed"));
    case FindState::Waiting:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "waiting for the requester"));
    case FindState::Overdue:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "past its due time"));
    case FindState::Assigned:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "somebody has it"));
    case FindState::Unassigned:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "nobody has it"));
    case FindState::Restricted:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "not for everybody’s eyes"));
    case FindState::Watching:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "you follow it"));
    }
    Q_UNREACHABLE();
}

QString slaStateText(SlaState state)
{
    switch (state) {
    case SlaState::Running:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "with time left"));
    case SlaState::Warning:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "with little time left"));
    case SlaState::Breached: return translated(QT_TRANSLATE_NOOP("FindCompletion", "too late"));
    case SlaState::Paused:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "its clock stands still"));
    case SlaState::Met: return translated(QT_TRANSLATE_NOOP("FindCompletion", "kept"));
    }
    Q_UNREACHABLE();
}

QString partText(FindPart part)
{
    switch (part) {
    case FindPart::Attachment: return translated(QT_TRANSLATE_NOOP("FindCompletion", "a file"));
    case FindPart::Reply: return translated(QT_TRANSLATE_NOOP("FindCompletion", "a reply"));
    case FindPart::Note: return translated(QT_TRANSLATE_NOOP("FindCompletion", "an internal note"));
    case FindPart::Due: return translated(QT_TRANSLATE_NOOP("FindCompletion", "a due time"));
    case FindPart::Tag: return translated(QT_TRANSLATE_NOOP("FindCompletion", "a tag"));
    case FindPart::Team: return translated(QT_TRANSLATE_NOOP("FindCompletion", "a team"));
    }
    Q_UNREACHABLE();
}

Values fixedValues(FindField field)
{
    const std::pair me(u"me"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "yourself")));
    const std::pair none(u"none"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "nobody")));
    switch (field) {
    case FindField::Sla: return valuesOf<SlaState>(&slaStateText);
    case FindField::Is: return valuesOf<FindState>(&stateText);
    case FindField::Has: return valuesOf<FindPart>(&partText);
    case FindField::Priority: return valuesOf<Priority>(&TicketText::priority);
    case FindField::Status: return valuesOf<StatusCategory>(&TicketText::category);
    case FindField::Assignee: return {me, none};
    case FindField::Requester: return {me};
    case FindField::Team:
        return {{u"me"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "your teams"))},
                {u"none"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "no team"))}};
    case FindField::Older:
    case FindField::Newer:
        return {{u"1d"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "a day"))},
                {u"3d"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "three days"))},
                {u"2w"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "two weeks"))},
                {u"1m"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "a month"))}};
    case FindField::Created:
    case FindField::Updated:
    case FindField::Closed:
    case FindField::Due: {
        Values values{{u"today"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "today"))}};
        if (field == FindField::Due)
            values.append(
                    {u"tomorrow"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "tomorrow"))});
        else
            values.append(
                    {u"yesterday"_s, translated(QT_TRANSLATE_NOOP("FindCompletion", "yesterday"))});
        values.append(
                {u"7d"_s,
                 field == FindField::Due
                         ? translated(QT_TRANSLATE_NOOP("FindCompletion", "within seven days"))
                         : translated(QT_TRANSLATE_NOOP("FindCompletion", "the last seven days"))});
        return values;
    }
    default: return {};
    }
}

bool fits(const QString &typed, const QString &value, const QString &name)
{
    return value.startsWith(typed, Qt::CaseInsensitive)
           || name.startsWith(typed, Qt::CaseInsensitive)
           || name.contains(u' ' + typed, Qt::CaseInsensitive);
}

} // namespace

UnfinishedTerm unfinishedTerm(QStringView text, qsizetype cursor)
{
    const QStringView before = text.first(std::min(cursor, text.size()));
    // The beginning of the term: behind the last space that is not within quotes.
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] == u'"'
            && (i == start || before[i - 1] == u':' || before[i - 1] == u','
                || before[i - 1] == u'-' || quoted))
            quoted = !quoted;
        else if (before[i].isSpace() && !quoted)
            start = i + 1;
    }
    if (start < before.size() && before[start] == u'-')
        ++start;
    const QStringView term = before.sliced(start);
    const qsizetype colon = term.indexOf(u':');
    if (colon > 0) {
        const auto field = fromWire<FindField>(term.first(colon).toString().toLower());
        if (field && *field != FindField::Text) {
            const qsizetype comma = quoted ? term.lastIndexOf(u",\"") : term.lastIndexOf(u',');
            const qsizetype value = std::max(colon, comma) + 1;
            QString typed = term.sliced(value).toString();
            if (typed.startsWith(u'"'))
                typed.remove(0, 1);
            return {.start = start + value, .typed = typed, .field = field};
        }
    }
    return {.start = start, .typed = term.toString()};
}

QList<FindOffer> findOffers(const UnfinishedTerm &term, const FindValues &values)
{
    QList<FindOffer> offers;
    if (term.typed.startsWith(u'"'))
        return offers;
    if (!term.field) {
        for (const auto &row : WireEnum<FindField>::names) {
            const QString name = toWire(row.value);
            if (row.value == FindField::Text || !name.startsWith(term.typed, Qt::CaseInsensitive))
                continue;
            offers.append(
                    {.text = name + u':', .shown = name + u':', .hint = findFieldHint(row.value)});
        }
        return offers;
    }
    Values all = fixedValues(*term.field);
    for (const auto &value : values.value(*term.field)) {
        if (!all.contains(value))
            all.append(value);
    }
    for (const auto &[value, name] : std::as_const(all)) {
        if (offers.size() == mostOffers)
            break;
        // What is there already needs no offer.
        if (value == term.typed || !fits(term.typed, value, name))
            continue;
        offers.append({.text = quotedFindValue(value) + u' ',
                       .shown = value,
                       .hint = name == value ? QString() : name});
    }
    return offers;
}

QString findFieldHint(FindField field)
{
    switch (field) {
    case FindField::Text: return translated(QT_TRANSLATE_NOOP("FindCompletion", "words"));
    case FindField::Status: return translated(QT_TRANSLATE_NOOP("FindCompletion", "how far it is"));
    case FindField::Priority:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "how urgent it is"));
    case FindField::Desk:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "key or name of a desk"));
    case FindField::Category:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "what it is about"));
    case FindField::Team:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "whose team it is with"));
    case FindField::Assignee: return translated(QT_TRANSLATE_NOOP("FindCompletion", "who has it"));
    case FindField::Requester:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "who asked for it"));
    case FindField::Tag: return translated(QT_TRANSLATE_NOOP("FindCompletion", "one of its tags"));
    case FindField::Number:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "number, such as HD-1042"));
    case FindField::Created:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "day, month or span: 2026-11, 7d"));
    case FindField::Updated:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "when it changed last"));
    case FindField::Closed:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "when it was closed"));
    case FindField::Due: return translated(QT_TRANSLATE_NOOP("FindCompletion", "when it is due"));
    case FindField::Older:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "made longer ago than: 3d, 2w"));
    case FindField::Newer:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "made within the last: 3d, 2w"));
    case FindField::Sla:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "how its service level stands"));
    case FindField::Is:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "open, overdue, unassigned…"));
    case FindField::Has:
        return translated(QT_TRANSLATE_NOOP("FindCompletion", "attachment, reply, note…"));
    }
    Q_UNREACHABLE();
}

QString findFaultText(const FindFault &fault)
{
    return describe(fault.toFieldError(u"q"_s));
}

} // namespace Deskbell::App
