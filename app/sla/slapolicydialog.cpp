// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/slapolicydialog.h"

#include "app/desks/choices.h"
#include "app/shell/appcontext.h"
#include "app/sla/durationfield.h"
#include "app/sla/slachoices.h"
#include "app/sla/slarehearsalbox.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/noticebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

SlaPolicyDraft draftOfPolicy(const SlaPolicy *value)
{
    return value ? draftOf(*value)
                 : SlaPolicyDraft{.firstResponseMinutes = 4 * 60, .resolutionMinutes = 24 * 60};
}

/// What stood there before is there at once, whatever the server says of the rest.
void addOnce(QComboBox *box, const QString &text, qint64 id)
{
    const int there = box->findData(id);
    if (there < 0)
        box->addItem(text, id);
    else
        box->setItemText(there, text);
}

} // namespace

SlaPolicyDialog::SlaPolicyDialog(AppContext &context, const SlaPolicy *value, QWidget *parent)
    : DraftDialog(context, u"/sla-policies"_s,
                  value ? std::optional(Target{.id = value->id.value(), .version = value->version})
                        : std::nullopt,
                  draftOfPolicy(value), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_category(new QComboBox(this))
    , m_priority(new QComboBox(this))
    , m_calendar(new QComboBox(this))
    , m_firstResponse(new DurationField(before().firstResponseMinutes, maxServiceMinutes, this))
    , m_resolution(new DurationField(before().resolutionMinutes, maxServiceMinutes, this))
    , m_warn(new QSpinBox(this))
    , m_escalates(
              new QCheckBox(tr("A missed time &escalates the step in which the ticket is"), this))
    , m_rehearsal(new SlaRehearsalBox(context, this))
{
    setObjectName(u"slaPolicyDialog"_s);
    setWindowTitle(value ? tr("Edit %1").arg(value->name) : tr("New service level"));
    m_warn->setRange(1, 100);
    m_warn->setSuffix(tr(" % of the time"));
    m_warn->setValue(before().warnPercent);
    m_escalates->setChecked(before().escalates);
    m_category->addItem(tr("Every category"), 0);
    fillPriorities();
    if (value && value->category)
        addOnce(m_category, value->category->name, value->category->id.value());
    m_category->setCurrentIndex(std::max(0, m_category->findData(before().category.value())));
    if (value)
        addOnce(m_calendar, value->calendar.name, value->calendar.id.value());

    if (isNew()) {
        m_desk = new QComboBox(this);
        addField(u"desk"_s, tr("D&esk"), m_desk);
        connect(m_desk, &QComboBox::currentIndexChanged, this, [this] { loadChoices(nullptr); });
        fillWithSlaDesks(context, m_desk, &notice());
    } else {
        loadChoices(value);
    }
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"category"_s, tr("&Category"), m_category);
    addField(u"priority"_s, tr("&Priority"), m_priority);
    addField(u"calendar"_s, tr("C&alendar"), m_calendar);
    addField(u"firstResponseMinutes"_s, tr("&First response"), m_firstResponse);
    addField(u"resolutionMinutes"_s, tr("&Resolution"), m_resolution);
    addField(u"warnPercent"_s, tr("&Warn after"), m_warn);
    addField(u"escalates"_s, {}, m_escalates);
    form().addRow(m_rehearsal);
    m_rehearsal->setRequest([this, replaces = value ? value->id : SlaPolicyId()] {
        return SlaRehearsalRequest{.replaces = replaces, .policy = typed()};
    });
    // What it said is of what stood there then.
    for (QComboBox *box : {m_category, m_priority, m_calendar})
        connect(box, &QComboBox::currentIndexChanged, m_rehearsal, &SlaRehearsalBox::clear);
    for (DurationField *field : {m_firstResponse, m_resolution})
        connect(field, &QSpinBox::valueChanged, m_rehearsal, &SlaRehearsalBox::clear);
}

void SlaPolicyDialog::fillPriorities()
{
    m_priority->addItem(tr("Every priority"), -1);
    for (const Priority one : {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low})
        m_priority->addItem(TicketText::priority(one), int(one));
    const int chosen = before().priority ? int(*before().priority) : -1;
    m_priority->setCurrentIndex(m_priority->findData(chosen));
}

void SlaPolicyDialog::loadChoices(const SlaPolicy *value)
{
    const DeskId desk = value ? value->desk.id : DeskId(m_desk->currentData().toLongLong());
    if (!value) { // those of the desk before
        m_calendar->clear();
        while (m_category->count() > 1)
            m_category->removeItem(1);
    }
    fetchCategories(context(), desk, m_category, [this](const Result<QList<Category>> &found) {
        for (const Category &category : found.value_or(QList<Category>()))
            addOnce(m_category, category.name, category.id.value());
    });
    fetchCalendars(context(), desk, m_calendar, [this](const Result<QList<Calendar>> &found) {
        if (!found) {
            notice().showError(found.error());
            return;
        }
        for (const Calendar &calendar : *found)
            addOnce(m_calendar, calendar.name, calendar.id.value());
        if (found->isEmpty()) {
            notice().show(Tone::Amber, tr("The desk has no calendar yet."),
                          tr("Make one on the page “Calendars” first."));
        }
    });
}

SlaPolicyDraft SlaPolicyDialog::typed() const
{
    SlaPolicyDraft draft = before();
    if (m_desk)
        draft.desk = DeskId(m_desk->currentData().toLongLong());
    draft.name = m_name->text().trimmed();
    draft.category = CategoryId(m_category->currentData().toLongLong());
    const int priority = m_priority->currentData().toInt();
    draft.priority = priority < 0 ? std::nullopt : std::optional(Priority(priority));
    draft.calendar = CalendarId(m_calendar->currentData().toLongLong());
    draft.firstResponseMinutes = m_firstResponse->minutes();
    draft.resolutionMinutes = m_resolution->minutes();
    draft.warnPercent = m_warn->value();
    draft.escalates = m_escalates->isChecked();
    return draft;
}

} // namespace Deskbell::App
