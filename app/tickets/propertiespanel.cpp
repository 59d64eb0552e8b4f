// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/propertiespanel.h"

#include "app/accounts/accountsmodel.h"
#include "app/accounts/people.h"
#include "app/approvals/approvalpanel.h"
#include "app/attachments/attachmentstrip.h"
#include "app/desks/choices.h"
#include "app/links/linkspanel.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/sla/slatext.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/badge.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/timetext.h"
#include "app/worklog/checklistpanel.h"
#include "app/worklog/timepanel.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int panelWidth = 228;

QString stepMark(StepState state)
{
    switch (state) {
    case StepState::Done: return u"✓"_s;
    case StepState::Current: return u"●"_s;
    case StepState::Coming: return u"○"_s;
    }
    Q_UNREACHABLE();
}

/// The same in words.
QString spokenStep(StepState state)
{
    switch (state) {
    case StepState::Done: return PropertiesPanel::tr("Done: %1, %2");
    case StepState::Current: return PropertiesPanel::tr("Now: %1, %2");
    case StepState::Coming: return PropertiesPanel::tr("To come: %1, %2");
    }
    Q_UNREACHABLE();
}

} // namespace

PropertiesPanel::PropertiesPanel(AppContext &context, QWidget *parent)
    : ScrollPane(parent)
    , m_context(context)
    , m_approvals(new ApprovalPanel(context))
    , m_links(new LinksPanel(context))
    , m_checklist(new ChecklistPanel(context))
    , m_timeSpent(new TimePanel(context))
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    setObjectName(u"ticketProperties"_s);
    connect(&Ticker::instance(), &Ticker::minutePassed, this, &PropertiesPanel::updateStandings);
    setAccessibleName(tr("Properties"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(panelWidth);
    m_layout->setContentsMargins(Metrics::margin + 4, Metrics::margin, Metrics::margin + 4,
                                 Metrics::margin);
    m_layout->setSpacing(1);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_approvals);
    column->addWidget(m_links);
    column->addWidget(m_checklist);
    column->addWidget(m_timeSpent);
    column->addWidget(m_content, 1);
    setWidget(whole);
}

void PropertiesPanel::setTicket(const Ticket &ticket)
{
    m_approvals->setTicket(ticket);
    m_links->setTicket(ticket);
    m_checklist->setTicket(ticket);
    m_timeSpent->setTicket(ticket);
    if (m_ticket == ticket)
        return;
    m_ticket = ticket;
    if (!ticket.customFields.isEmpty() && m_formsOf != ticket.desk.id)
        loadForms();
    fill();
}

void PropertiesPanel::loadForms()
{
    m_formsOf = m_ticket.desk.id;
    m_categories.clear();
    fetchCategories(m_context, m_formsOf, this, [this](const Result<QList<Category>> &categories) {
        m_categories = categories.value_or(QList<Category>());
        fill();
    });
    fetchPeople(m_context, {}, this, [this](const Result<QList<PersonRef>> &people) {
        for (const PersonRef &person : people.value_or(QList<PersonRef>()))
            m_people[person.id.value()] = person.displayName;
        fill();
    });
}

/// By the labels of the form; what is in no form by its key.
void PropertiesPanel::addFormValues()
{
    QList<CustomField> form;
    for (const Category &category : std::as_const(m_categories)) {
        if (m_ticket.category && category.id == m_ticket.category->id)
            form = category.fields;
    }
    QJsonObject others = m_ticket.customFields;
    for (const CustomField &field : std::as_const(form)) {
        const QJsonValue value = others.take(field.key);
        const QString name = field.type == CustomFieldType::Person
                                     ? m_people.value(value.toInteger())
                                     : QString();
        const QDate day = field.type == CustomFieldType::Date
                                  ? QDate::fromString(value.toString(), Qt::ISODate)
                                  : QDate();
        if (day.isValid())
            addProperty(field.label, QLocale().toString(day, QLocale::ShortFormat));
        else if (!value.isNull() && !value.isUndefined())
            addProperty(field.label, name.isEmpty() ? value.toVariant().toString() : name);
    }
    for (auto value = others.begin(); value != others.end(); ++value)
        addProperty(value.key(), value.value().toVariant().toString());
}

/// Stars for the eye, numbers for everybody.
void PropertiesPanel::addRating()
{
    const Rating &rating = *m_ticket.details->rating;
    const QString stars = QString(rating.score, u'★') + QString(bestRating - rating.score, u'☆');
    QString text = tr("%1  %2 of %3").arg(stars).arg(rating.score).arg(bestRating);
    if (!rating.comment.isEmpty())
        text += u'\n' + rating.comment;
    addProperty(tr("Rating"), text);
}

/// How each promise stands, and below it why.
void PropertiesPanel::addServiceClocks()
{
    const ServiceClocks &clocks = *m_ticket.details->serviceClocks;
    const QDateTime now = m_context.clock.now();
    const auto add = [&](ServiceTarget target, const std::optional<TargetClock> &clock) {
        if (!clock)
            return;
        addProperty(SlaText::target(target), {});
        auto *standing = new Badge(m_content);
        standing->setObjectName(u"standing."_s + toWire(target));
        standing->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_layout->addSpacing(2);
        m_layout->addWidget(standing);
        auto *why = new QLabel(SlaText::explanation(*clock), m_content);
        why->setObjectName(u"explanation."_s + toWire(target));
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setFont(Fonts::small());
        why->setForegroundRole(QPalette::PlaceholderText);
        why->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const QString pieces = SlaText::pieces(*clock, now);
        for (QWidget *widget : {static_cast<QWidget *>(standing), static_cast<QWidget *>(why)}) {
            widget->setToolTip(pieces);
            widget->setAccessibleDescription(pieces);
        }
        m_layout->addWidget(why);
        m_standings.append({target, standing});
    };
    add(ServiceTarget::FirstResponse, clocks.firstResponse);
    add(ServiceTarget::Resolution, clocks.resolution);
    updateStandings();
}

void PropertiesPanel::updateStandings()
{
    const QDateTime now = m_context.clock.now();
    for (const auto &[target, badge] : std::as_const(m_standings)) {
        const ServiceClocks &clocks = *m_ticket.details->serviceClocks;
        const TargetClock &clock = target == ServiceTarget::FirstResponse ? *clocks.firstResponse
                                                                          : *clocks.resolution;
        const SlaText::Countdown standing = SlaText::standing(target, clock, now);
        badge->setBadge({.text = standing.text, .tone = standing.tone.value_or(Tone::Slate)});
        badge->setAccessibleName(SlaText::target(target) + u": "_s + standing.text);
    }
}

void PropertiesPanel::addProperty(const QString &name, const QString &value, const QString &toolTip)
{
    auto *caption = new QLabel(name, m_content);
    caption->setFont(Fonts::caption());
    caption->setForegroundRole(QPalette::PlaceholderText);
    if (m_layout->count() > 0)
        m_layout->addSpacing(10);
    m_layout->addWidget(caption);
    if (value.isEmpty())
        return;
    auto *text = new QLabel(value, m_content);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setToolTip(toolTip);
    text->setAccessibleName(name + u": "_s + value);
    m_layout->addWidget(text);
}

void PropertiesPanel::addTags()
{
    addProperty(tr("Tags"), {});
    auto *row = new QWidget(m_content);
    auto *flow = new FlowLayout(row, Metrics::unit);
    for (const QString &tag : m_ticket.tags)
        flow->addWidget(new Badge({.text = tag, .tone = Tone::Slate}, row));
    m_layout->addWidget(row);
}

/// The way of a ticket through a step workflow: what is done, where it is, what is to come.
void PropertiesPanel::addSteps()
{
    addProperty(tr("Steps"), {});
    for (const TicketStep &step : m_ticket.details->steps) {
        const QString label = TicketText::status(step.status, step.label);
        const QString role = AccountText::role(step.role, step.role);
        const QString who = step.person    ? step.person->displayName
                            : step.waiting ? TicketText::waiting(*step.waiting, role)
                                           : role;
        auto *line = new QLabel(stepMark(step.state) + u"  "_s + label + u" · "_s + who, m_content);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setAccessibleName(spokenStep(step.state).arg(label, who));
        line->setToolTip(step.state == StepState::Done ? step.note : step.instructions);
        if (step.state == StepState::Current)
            line->setFont(Fonts::bodyBold());
        else
            line->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(line);
        if (step.state != StepState::Current || step.instructions.isEmpty())
            continue;
        auto *instructions = new QLabel(step.instructions, m_content);
        instructions->setTextFormat(Qt::PlainText);
        instructions->setWordWrap(true);
        instructions->setContentsMargins(3 * Metrics::unit, 0, 0, Metrics::unit);
        m_layout->addWidget(instructions);
    }
}

void PropertiesPanel::fill()
{
    m_standings.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QDateTime now = m_context.clock.now();
    const auto addTime = [&](const QString &name, const QDateTime &time) {
        if (time.isValid())
            addProperty(name, TimeText::moment(time, now), TimeText::exact(time));
    };
    if (!m_ticket.statusReason.isEmpty()) {
        addProperty(tr("%1 because").arg(TicketText::status(m_ticket.status, m_ticket.statusLabel)),
                    m_ticket.statusReason);
    }
    if (m_ticket.details && !m_ticket.details->steps.isEmpty())
        addSteps();
    if (m_ticket.details && m_ticket.details->serviceClocks)
        addServiceClocks();
    addTime(tr("Due"), m_ticket.dueAt);
    addProperty(tr("Requester"), m_ticket.requester.displayName);
    addProperty(tr("Desk"), m_ticket.desk.name);
    if (m_ticket.visibility == Visibility::Restricted)
        addProperty(tr("Visible to"), tr("Only those let in"));
    addProperty(tr("Team"), m_ticket.team ? m_ticket.team->name : tr("None"));
    addProperty(tr("Category"), m_ticket.category ? m_ticket.category->name : tr("None"));
    addFormValues();
    if (!m_ticket.tags.isEmpty())
        addTags();
    if (m_ticket.details && !m_ticket.details->attachments.isEmpty()) {
        addProperty(tr("Files"), {});
        auto *files = new AttachmentStrip(m_context, m_content);
        files->setAttachments(m_ticket.details->attachments);
        m_layout->addWidget(files);
    }
    if (m_ticket.details && m_ticket.details->rating)
        addRating();
    if (m_ticket.details && m_ticket.details->watching)
        addProperty(tr("You follow"), TicketText::watch(m_ticket.details->watching));
    addTime(tr("Opened"), m_ticket.createdAt);
    addTime(tr("First response"), m_ticket.firstResponseAt);
    addTime(tr("Resolved"), m_ticket.resolvedAt);
    addTime(tr("Closed"), m_ticket.closedAt);
    addTime(tr("Last change"), m_ticket.updatedAt);
    addProperty(tr("Seen"), tr("%n time(s)", nullptr, m_ticket.viewCount));
    m_layout->addStretch();
}

void PropertiesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Properties"));
        if (m_ticket.id.isValid())
            fill();
    }
    ScrollPane::changeEvent(event);
}

} // namespace Deskbell::App
