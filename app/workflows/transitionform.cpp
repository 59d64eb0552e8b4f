// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/transitionform.h"

#include "app/access/permissiontext.h"
#include "app/accounts/accountsmodel.h"
#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/workflows/workflowtext.h"
#include "common/access/builtinroles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr std::array people{TakerKind::Staff, TakerKind::Requester, TakerKind::Assignee,
                            TakerKind::Creator, TakerKind::Approver};
constexpr std::array requirementKinds{RequirementKind::Reason, RequirementKind::Comment,
                                      RequirementKind::Assignee, RequirementKind::Solution,
                                      RequirementKind::Approval};

/// What can be chosen: by its key, in words.
using EffectChoices = QList<std::pair<QString, QString>>;

EffectChoices targetsOf(EffectKind effect)
{
    EffectChoices choices;
    switch (effect) {
    case EffectKind::Notify:
        for (const auto &[key, kind] : {std::pair(u"requester"_s, TakerKind::Requester),
                                        std::pair(u"assignee"_s, TakerKind::Assignee),
                                        std::pair(u"creator"_s, TakerKind::Creator),
                                        std::pair(u"approver"_s, TakerKind::Approver)})
            choices.append({key, WorkflowText::taker({.kind = kind})});
        break;
    case EffectKind::Assign:
        choices.append({effectNobody, TransitionForm::tr("Nobody")});
        for (const auto &role : WireEnum<BuiltInRole>::names) {
            const QString key = toWire(role.value);
            choices.append({key, AccountText::role(key, key)});
        }
        break;
    case EffectKind::SetField:
        choices = {{u"priority"_s, TransitionForm::tr("Priority")},
                   {u"visibility"_s, TransitionForm::tr("Visibility")}};
        break;
    case EffectKind::StartApproval:
    case EffectKind::CancelApproval: break; // it is the ticket's
    }
    return choices;
}

/// Of a field.
EffectChoices valuesOf(const QString &field)
{
    if (field == "visibility"_L1) {
        return {{QString(toWire(Visibility::Internal)), TransitionForm::tr("Internal")},
                {QString(toWire(Visibility::Restricted)), TransitionForm::tr("Restricted")}};
    }
    EffectChoices choices;
    if (field == "priority"_L1) {
        for (const auto &one : WireEnum<Priority>::names)
            choices.append({QString(toWire(one.value)), TicketText::priority(one.value)});
    }
    return choices;
}

/// What stands there stays, also when it is none of these.
void fillChoices(QComboBox *combo, const EffectChoices &choices, const QString &chosen)
{
    combo->clear();
    for (const auto &[key, words] : choices)
        combo->addItem(words, key);
    if (!chosen.isEmpty() && combo->findData(chosen) < 0)
        combo->addItem(chosen, chosen);
    combo->setCurrentIndex(combo->findData(chosen));
    combo->setVisible(combo->count() > 0);
}

void fillStatuses(QComboBox *combo, const WorkflowDefinition &definition, const QString &chosen)
{
    combo->clear();
    for (const WorkflowStatus &status : definition.statuses)
        combo->addItem(WorkflowText::status(definition, status.key), status.key);
    if (combo->findData(chosen) < 0)
        combo->addItem(chosen, chosen); // faulty; the fault stands below
    combo->setCurrentIndex(combo->findData(chosen));
}

/// One box below the other.
QList<QCheckBox *> makeBoxes(QWidget *parent, const QString &name, qsizetype count)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QList<QCheckBox *> boxes;
    for (qsizetype i = 0; i < count; ++i) {
        auto *box = new QCheckBox(parent);
        box->setObjectName(name.arg(i));
        layout->addWidget(box);
        boxes.append(box);
    }
    return boxes;
}

} // namespace

TransitionForm::TransitionForm(EditedWorkflow &draft, QWidget *parent)
    : ElementForm(draft, parent)
    , m_label(makeLine(u"label"_s))
    , m_from(makeCombo(u"from"_s))
    , m_to(makeCombo(u"to"_s))
    , m_takers(new QWidget(this))
    , m_takerBoxes(makeBoxes(m_takers, u"inspector.taker%1"_s, qsizetype(people.size())))
    , m_days(new QSpinBox(this))
    , m_permissions(new QListWidget(this))
    , m_requirements(new QWidget(this))
    , m_requirementBoxes(makeBoxes(m_requirements, u"inspector.requires%1"_s,
                                   qsizetype(requirementKinds.size())))
    , m_template(nullptr)
    , m_effects(new QWidget(this))
    , m_effectLines(new QVBoxLayout(m_effects))
    , m_addEffect(new QPushButton(Icons::icon(u"plus"), {}, this))
{
    m_days->setObjectName(u"inspector.withinDays"_s);
    m_days->setRange(0, 3650);
    m_permissions->setObjectName(u"inspector.permissions"_s);
    m_permissions->setFixedHeight(136);
    m_permissions->setWordWrap(true);
    m_permissions->setResizeMode(QListView::Adjust);
    m_permissions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_permissions->setTabKeyNavigation(false);
    for (const auto &row : WireEnum<Permission>::names) {
        auto *item = new QListWidgetItem(m_permissions);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(Qt::UserRole, QString(toWire(row.value)));
        item->setToolTip(QString(toWire(row.value)));
    }
    addRow(u"allowed"_s, m_takers);
    addRow(u"withinDays"_s, m_days);
    addRow(u"permissions"_s, m_permissions);
    addRow(u"requires"_s, m_requirements);
    m_template = makeLine(u"approvalTemplate"_s);
    m_effectLines->setContentsMargins(0, 0, 0, 0);
    m_effectLines->setSpacing(Metrics::unit);
    m_addEffect->setObjectName(u"inspector.addEffect"_s);
    addRow(u"effects"_s, m_effects);
    column().addWidget(m_addEffect);

    connect(m_label, &QLineEdit::textEdited, this, [this] { write("label"); });
    connect(m_from, &QComboBox::activated, this, [this] { write({}); });
    connect(m_to, &QComboBox::activated, this, [this] { write({}); });
    for (QCheckBox *box : m_takerBoxes + m_requirementBoxes)
        connect(box, &QCheckBox::clicked, this, [this] { write({}); });
    connect(m_days, &QSpinBox::valueChanged, this, [this] { write("days"); });
    connect(m_permissions, &QListWidget::itemChanged, this, [this] { write({}); });
    connect(m_template, &QLineEdit::textEdited, this, [this] { write("template"); });
    connect(m_addEffect, &QPushButton::clicked, this, [this] {
        WorkflowTransition transition = this->draft().definition().transitions[index()];
        transition.effects.append({.kind = EffectKind::Notify, .target = u"requester"_s});
        this->draft().setTransition(index(), transition, {});
    });
}

QList<Taker> TransitionForm::chosenTakers() const
{
    QList<Taker> takers;
    for (size_t i = 0; i < people.size(); ++i) {
        if (!m_takerBoxes[qsizetype(i)]->isChecked())
            continue;
        const bool counts = people[i] == TakerKind::Requester;
        takers.append({.kind = people[i], .withinDays = counts ? m_days->value() : 0});
    }
    for (int i = 0; i < m_permissions->count(); ++i) {
        const QListWidgetItem *item = m_permissions->item(i);
        if (item->checkState() == Qt::Checked)
            takers.append(
                    {.kind = TakerKind::Permission,
                     .permission = fromWire<Permission>(item->data(Qt::UserRole).toString())});
    }
    return takers;
}

QList<Requirement> TransitionForm::chosenRequirements() const
{
    QList<Requirement> requirements;
    for (size_t i = 0; i < requirementKinds.size(); ++i) {
        if (!m_requirementBoxes[qsizetype(i)]->isChecked())
            continue;
        const bool names = requirementKinds[i] == RequirementKind::Approval;
        const QString name = m_template->text().trimmed();
        requirements.append(
                {.kind = requirementKinds[i],
                 .approvalTemplate = names ? (name.isEmpty() ? u"default"_s : name) : QString()});
    }
    return requirements;
}

void TransitionForm::write(const QByteArray &field)
{
    if (isLoading())
        return;
    WorkflowTransition transition = draft().definition().transitions[index()];
    transition.label = m_label->text();
    transition.from = m_from->currentData().toString();
    transition.to = m_to->currentData().toString();
    // Order and days that this form does not show stay as long as the same people may.
    QList<Taker> takers;
    const QList<Taker> chosen = chosenTakers();
    for (const Taker &old : std::as_const(transition.allowed)) {
        for (const Taker &now : chosen) {
            if (now.kind != old.kind || now.permission != old.permission)
                continue;
            Taker kept = old;
            if (old.kind == TakerKind::Requester)
                kept.withinDays = now.withinDays;
            takers.append(kept);
        }
    }
    for (const Taker &now : chosen) {
        const bool known = std::any_of(takers.cbegin(), takers.cend(), [&now](const Taker &one) {
            return one.kind == now.kind && one.permission == now.permission;
        });
        if (!known)
            takers.append(now);
    }
    // Staff alone is what nobody has to say.
    const bool said = !transition.allowed.isEmpty();
    const bool staffAlone = takers.size() == 1 && takers.first() == Taker();
    transition.allowed = staffAlone && !said ? QList<Taker>() : takers;
    transition.requirements = chosenRequirements();
    draft().setTransition(index(), transition, field);
}

void TransitionForm::load()
{
    if (draft().current().kind != WorkflowElement::Kind::Transition)
        return;
    const WorkflowTransition &transition = draft().definition().transitions[index()];
    setText(m_label, transition.label);
    fillStatuses(m_from, draft().definition(), transition.from);
    fillStatuses(m_to, draft().definition(), transition.to);
    int days = 0;
    for (size_t i = 0; i < people.size(); ++i) {
        const auto taker
                = std::find_if(transition.allowed.cbegin(), transition.allowed.cend(),
                               [kind = people[i]](const Taker &one) { return one.kind == kind; });
        const bool may = taker != transition.allowed.cend()
                         || (transition.allowed.isEmpty() && people[i] == TakerKind::Staff);
        m_takerBoxes[qsizetype(i)]->setChecked(may);
        if (may && people[i] == TakerKind::Requester)
            days = taker->withinDays;
    }
    m_days->setValue(days);
    const WorkflowStatus *from = draft().definition().status(transition.from);
    setRowVisible(m_days, days > 0
                                  || (from && from->category == StatusCategory::Closed
                                      && m_takerBoxes[1]->isChecked()));
    for (int i = 0; i < m_permissions->count(); ++i) {
        QListWidgetItem *item = m_permissions->item(i);
        const auto permission = fromWire<Permission>(item->data(Qt::UserRole).toString());
        const bool may = std::any_of(
                transition.allowed.cbegin(), transition.allowed.cend(),
                [&permission](const Taker &one) { return one.permission == permission; });
        item->setCheckState(may ? Qt::Checked : Qt::Unchecked);
    }
    for (size_t i = 0; i < requirementKinds.size(); ++i) {
        const auto found = std::find_if(
                transition.requirements.cbegin(), transition.requirements.cend(),
                [kind = requirementKinds[i]](const Requirement &one) { return one.kind == kind; });
        const bool needed = found != transition.requirements.cend();
        m_requirementBoxes[qsizetype(i)]->setChecked(needed);
        if (requirementKinds[i] == RequirementKind::Approval) {
            setRowVisible(m_template, needed);
            if (needed && !m_template->hasFocus())
                setText(m_template, found->approvalTemplate);
        }
    }
    buildEffects(transition.effects);
}

/// The lines are kept while their number is the same, so that whoever types in one stays there.
void TransitionForm::buildEffects(const QList<Effect> &effects)
{
    while (m_effectRows.size() > effects.size())
        m_effectRows.takeLast().box->deleteLater();
    while (m_effectRows.size() < effects.size()) {
        const qsizetype row = m_effectRows.size();
        auto *box = new QWidget(m_effects);
        auto *layout = new QHBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Metrics::unit);
        auto *kind = new QComboBox(box);
        kind->setObjectName(u"inspector.effect%1.kind"_s.arg(row));
        kind->setAccessibleName(tr("Effect"));
        for (const auto &name : WireEnum<EffectKind>::names)
            kind->addItem(WorkflowText::effectKind(name.value), QString(toWire(name.value)));
        auto *target = new QComboBox(box);
        target->setObjectName(u"inspector.effect%1.target"_s.arg(row));
        target->setAccessibleName(tr("Whom or which"));
        auto *value = new QComboBox(box);
        value->setObjectName(u"inspector.effect%1.value"_s.arg(row));
        value->setAccessibleName(tr("Value"));
        auto *remove = new QToolButton(box);
        remove->setIcon(Icons::icon(u"close", Icons::Ink::Muted));
        remove->setAutoRaise(true);
        remove->setObjectName(u"inspector.effect%1.remove"_s.arg(row));
        remove->setAccessibleName(tr("Remove the effect"));
        remove->setToolTip(tr("Remove the effect"));
        layout->addWidget(kind);
        layout->addWidget(target, 1);
        layout->addWidget(value, 1);
        layout->addWidget(remove);
        m_effectLines->addWidget(box);
        m_effectRows.append({.box = box, .kind = kind, .target = target, .value = value});
        connect(kind, &QComboBox::activated, this, &TransitionForm::writeEffects);
        connect(target, &QComboBox::activated, this, &TransitionForm::writeEffects);
        connect(value, &QComboBox::activated, this, &TransitionForm::writeEffects);
        connect(remove, &QToolButton::clicked, this, [this, row] {
            WorkflowTransition transition = draft().definition().transitions[index()];
            transition.effects.removeAt(row);
            draft().setTransition(index(), transition, {});
        });
    }
    for (qsizetype i = 0; i < effects.size(); ++i) {
        choose(m_effectRows[i].kind, QString(toWire(effects[i].kind)));
        fillChoices(m_effectRows[i].target, targetsOf(effects[i].kind), effects[i].target);
        fillChoices(m_effectRows[i].value, valuesOf(effects[i].target), effects[i].value);
    }
}

void TransitionForm::writeEffects()
{
    if (isLoading())
        return;
    WorkflowTransition transition = draft().definition().transitions[index()];
    for (qsizetype i = 0; i < transition.effects.size(); ++i) {
        const EffectRow &row = m_effectRows[i];
        const Effect old = transition.effects[i];
        Effect effect{.kind = fromWire<EffectKind>(row.kind->currentData().toString())
                                      .value_or(EffectKind::Notify),
                      .target = row.target->currentData().toString(),
                      .value = row.value->currentData().toString()};
        // Another kind has other targets, another field other values: the first of them.
        if (effect.kind != old.kind)
            effect.target = targetsOf(effect.kind).value(0).first;
        if (effect.target != old.target)
            effect.value = effect.kind == EffectKind::SetField
                                   ? valuesOf(effect.target).value(0).first
                                   : QString();
        transition.effects[i] = effect;
    }
    draft().setTransition(index(), transition, "effects");
}

void TransitionForm::retranslate()
{
    setRowLabel(m_label, tr("&Name"));
    setRowLabel(m_from, tr("From"));
    setRowLabel(m_to, tr("To"));
    setRowLabel(m_takers, tr("Who may take it"));
    setRowLabel(m_days, tr("The requester only so many days after closing"));
    m_days->setSpecialValueText(tr("At any time"));
    setRowLabel(m_permissions, tr("Or who holds"));
    {
        const QSignalBlocker blocker(m_permissions); // nothing is ticked by it
        for (int i = 0; i < m_permissions->count(); ++i) {
            QListWidgetItem *item = m_permissions->item(i);
            const auto permission = fromWire<Permission>(item->data(Qt::UserRole).toString());
            item->setText(PermissionText::description(permission.value()));
        }
        m_permissions->viewport()->update();
    }
    setRowLabel(m_requirements, tr("What it requires"));
    setRowLabel(m_template, tr("Approval template"));
    setRowLabel(m_effects, tr("What it causes"));
    m_addEffect->setText(tr("Add an effect"));
    for (size_t i = 0; i < people.size(); ++i)
        m_takerBoxes[qsizetype(i)]->setText(WorkflowText::taker({.kind = people[i]}));
    for (size_t i = 0; i < requirementKinds.size(); ++i)
        m_requirementBoxes[qsizetype(i)]->setText(
                WorkflowText::requirement({.kind = requirementKinds[i]}));
}

void TransitionForm::focusFirst()
{
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

AutomaticForm::AutomaticForm(EditedWorkflow &draft, QWidget *parent)
    : ElementForm(draft, parent)
    , m_trigger(makeCombo(u"trigger"_s))
    , m_hours(new QSpinBox(this))
    , m_warning(new QSpinBox(this))
    , m_from(nullptr)
    , m_to(nullptr)
{
    m_hours->setObjectName(u"inspector.hours"_s);
    m_hours->setRange(1, 10000);
    addRow(u"hours"_s, m_hours);
    m_warning->setObjectName(u"inspector.warning"_s);
    m_warning->setRange(0, 10000);
    addRow(u"warning"_s, m_warning);
    m_from = makeCombo(u"from"_s);
    m_to = makeCombo(u"to"_s);
    connect(m_trigger, &QComboBox::activated, this, [this] { write({}); });
    connect(m_hours, &QSpinBox::valueChanged, this, [this] { write("hours"); });
    connect(m_warning, &QSpinBox::valueChanged, this, [this] { write("warning"); });
    connect(m_from, &QComboBox::activated, this, [this] { write({}); });
    connect(m_to, &QComboBox::activated, this, [this] { write({}); });
}

void AutomaticForm::write(const QByteArray &field)
{
    if (isLoading())
        return;
    AutomaticTransition transition = draft().definition().automatic[index()];
    transition.trigger
            = fromWire<Trigger>(m_trigger->currentData().toString()).value_or(transition.trigger);
    transition.businessHours = transition.trigger == Trigger::After ? m_hours->value() : 0;
    transition.warningHours = m_warning->value();
    transition.from = m_from->currentData().toString();
    transition.to = m_to->currentData().toString();
    draft().setAutomatic(index(), transition, field);
}

void AutomaticForm::load()
{
    if (draft().current().kind != WorkflowElement::Kind::Automatic)
        return;
    const AutomaticTransition &transition = draft().definition().automatic[index()];
    choose(m_trigger, QString(toWire(transition.trigger)));
    if (transition.trigger == Trigger::After)
        m_hours->setValue(transition.businessHours);
    setRowVisible(m_hours, transition.trigger == Trigger::After);
    // Only who waits for it to be over is told of it before.
    const WorkflowStatus *to = draft().definition().status(transition.to);
    setRowVisible(m_warning, transition.trigger == Trigger::After && to
                                     && to->category == StatusCategory::Closed);
    m_warning->setValue(transition.warningHours);
    fillStatuses(m_from, draft().definition(), transition.from);
    fillStatuses(m_to, draft().definition(), transition.to);
}

void AutomaticForm::retranslate()
{
    setRowLabel(m_trigger, tr("&When"));
    setRowLabel(m_hours, tr("Business hours"));
    setRowLabel(m_warning, tr("Tell the requester so many business hours before"));
    m_warning->setSpecialValueText(tr("Not at all"));
    setRowLabel(m_from, tr("From"));
    setRowLabel(m_to, tr("To"));
    m_trigger->clear();
    for (const auto &row : WireEnum<Trigger>::names)
        m_trigger->addItem(WorkflowText::triggerKind(row.value), QString(toWire(row.value)));
}

void AutomaticForm::focusFirst()
{
    m_trigger->setFocus(Qt::OtherFocusReason);
}

} // namespace Deskbell::App
