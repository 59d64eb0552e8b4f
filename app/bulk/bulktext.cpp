// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulktext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Deskbell::App::BulkText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkText)
};

/// "about 2 minutes"; rounded up, for nobody is glad when it takes longer.
QString timeLeft(qint64 seconds)
{
    if (seconds < 60)
        return Words::tr("less than a minute left");
    return Words::tr("about %n minute(s) left", nullptr, int((seconds + 59) / 60));
}

} // namespace

int total(const Bulk &bulk)
{
    return bulk.state == BulkState::Undoing ? bulk.changed + bulk.undone + bulk.kept : bulk.total;
}

int over(const Bulk &bulk)
{
    return bulk.state == BulkState::Undoing ? bulk.undone + bulk.kept : bulk.total - bulk.waiting;
}

QString title(const Bulk &bulk)
{
    const int count = total(bulk);
    switch (bulk.state) {
    case BulkState::Rehearsing: return Words::tr("Rehearsing %n ticket(s)", nullptr, count);
    case BulkState::Rehearsed: return Words::tr("Rehearsal of %n ticket(s)", nullptr, count);
    case BulkState::Running: return Words::tr("Changing %n ticket(s)", nullptr, count);
    case BulkState::Undoing: return Words::tr("Undoing %n ticket(s)", nullptr, count);
    case BulkState::Done: return Words::tr("Change of %n ticket(s)", nullptr, count);
    case BulkState::Cancelled: return Words::tr("Cancelled change of %n ticket(s)", nullptr, count);
    case BulkState::Undone: return Words::tr("Undone change of %n ticket(s)", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString progress(const Bulk &bulk, const QDateTime &now)
{
    const QLocale locale;
    const int done = over(bulk);
    QString text = Words::tr("%1 of %2").arg(locale.toString(done), locale.toString(total(bulk)));
    const qint64 passed = bulk.startedAt.secsTo(now);
    if (done > 0 && passed > 0)
        text += u" · "_s + timeLeft(passed * (total(bulk) - done) / done);
    return text;
}

QString counts(const Bulk &bulk)
{
    const bool rehearsal
            = bulk.state == BulkState::Rehearsing || bulk.state == BulkState::Rehearsed;
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    if (rehearsal) {
        add(bulk.changed, Words::tr("%n would be changed", nullptr, bulk.changed));
        add(bulk.refused, Words::tr("%n would be refused", nullptr, bulk.refused));
    } else {
        add(bulk.changed, Words::tr("%n changed", nullptr, bulk.changed));
        add(bulk.refused, Words::tr("%n refused", nullptr, bulk.refused));
    }
    add(bulk.unchanged, Words::tr("%n like that already", nullptr, bulk.unchanged));
    add(bulk.undone, Words::tr("%n undone", nullptr, bulk.undone));
    add(bulk.kept, Words::tr("%n kept", nullptr, bulk.kept));
    add(bulk.waiting, Words::tr("%n waiting", nullptr, bulk.waiting));
    return parts.isEmpty() ? Words::tr("No tickets") : parts.join(u" · "_s);
}

QString outcome(BulkOutcome outcome)
{
    switch (outcome) {
    case BulkOutcome::Waiting: return Words::tr("Waiting");
    case BulkOutcome::Changed: return Words::tr("Changed");
    case BulkOutcome::Unchanged: return Words::tr("Like that already");
    case BulkOutcome::Refused: return Words::tr("Refused");
    case BulkOutcome::Undone: return Words::tr("Undone");
    case BulkOutcome::Kept: return Words::tr("Kept");
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell::App::BulkText
