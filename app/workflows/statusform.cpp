// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/statusform.h"

#include "app/accounts/accountsmodel.h"
#include "app/shell/icons.h"
#include "app/tickets/tickettext.h"
#include "common/access/builtinroles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// "On hold" → "on_hold": what a new status is called for the program until somebody says else.
QString keyFor(const QString &label)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString key = label.normalized(QString::NormalizationForm_KD).toLower();
    key.remove(QRegularExpression(u"\\p{M}"_s)).replace(other, u"_"_s);
    while (!key.isEmpty() && !key.front().isLower())
        key.remove(0, 1);
    while (key.endsWith(u'_'))
        key.chop(1);
    return key.left(64);
}

} // namespace

StatusForm::StatusForm(EditedWorkflow &draft, QWidget *parent)
    : ElementForm(draft, parent)
    , m_label(makeLine(u"label"_s))
    , m_key(makeLine(u"key"_s))
    , m_category(makeCombo(u"category"_s))
    , m_initial(new QCheckBox(this))
    , m_final(new QCheckBox(this))
    , m_isStep(new QCheckBox(this))
    , m_role(nullptr)
    , m_instructions(nullptr)
    , m_weight(new QSpinBox(this))
    , m_escalation(nullptr)
    , m_connect(new QPushButton(Icons::icon(u"arrow-right"), {}, this))
    , m_automatic(new QPushButton(Icons::icon(u"clock"), {}, this))
{
    m_initial->setObjectName(u"inspector.initial"_s);
    m_final->setObjectName(u"inspector.final"_s);
    m_isStep->setObjectName(u"inspector.isStep"_s);
    m_connect->setObjectName(u"inspector.connect"_s);
    m_automatic->setObjectName(u"inspector.automatic"_s);
    m_weight->setObjectName(u"inspector.step.weight"_s);
    m_weight->setRange(1, 1000);
    column().addWidget(m_initial);
    column().addWidget(m_final);
    column().addWidget(m_connect);
    column().addWidget(m_automatic);
    column().addWidget(m_isStep);
    m_role = makeCombo(u"step.role"_s);
    m_instructions = new QPlainTextEdit(this);
    m_instructions->setObjectName(u"inspector.step.instructions"_s);
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight(84);
    addRow(u"step.instructions"_s, m_instructions);
    addRow(u"step.weight"_s, m_weight);
    m_escalation = makeCombo(u"step.escalationRole"_s);

    connect(m_label, &QLineEdit::textEdited, this, [this] {
        // As long as nobody depends on it, the key follows the name.
        const QString key = this->draft().definition().statuses[index()].key;
        const QString before = this->draft().definition().statuses[index()].label;
        const bool isNew = !this->draft().saved().status(key);
        const bool follows = key.startsWith(u"status_"_s) || key == keyFor(before);
        const QString wanted = keyFor(m_label->text());
        if (isNew && follows && !wanted.isEmpty() && !this->draft().definition().status(wanted))
            m_key->setText(wanted);
        write("label");
    });
    connect(m_key, &QLineEdit::textEdited, this, [this] { write("key"); });
    connect(m_category, &QComboBox::activated, this, [this] { write({}); });
    connect(m_initial, &QCheckBox::clicked, this, [this] { write({}); });
    connect(m_final, &QCheckBox::clicked, this, [this] { write({}); });
    connect(m_connect, &QPushButton::clicked, this, &StatusForm::transitionRequested);
    connect(m_automatic, &QPushButton::clicked, this, [this] {
        // Where it leads is chosen in the form that comes then.
        const int last = int(this->draft().definition().statuses.size()) - 1;
        this->draft().addAutomatic(index(), index() < last ? index() + 1 : index() - 1);
    });
    connect(m_isStep, &QCheckBox::clicked, this, [this] { writeStep({}); });
    connect(m_role, &QComboBox::activated, this, [this] { writeStep({}); });
    connect(m_escalation, &QComboBox::activated, this, [this] { writeStep({}); });
    connect(m_weight, &QSpinBox::valueChanged, this, [this] { writeStep("weight"); });
    connect(m_instructions, &QPlainTextEdit::textChanged, this,
            [this] { writeStep("instructions"); });
}

void StatusForm::write(const QByteArray &field)
{
    if (isLoading())
        return;
    WorkflowStatus status = draft().definition().statuses[index()];
    status.label = m_label->text();
    status.key = m_key->text();
    status.category = fromWire<StatusCategory>(m_category->currentData().toString())
                              .value_or(StatusCategory::Open);
    status.initial = m_initial->isChecked();
    status.final = m_final->isChecked();
    draft().setStatus(index(), status, field);
}

void StatusForm::writeStep(const QByteArray &field)
{
    if (isLoading())
        return;
    const QString key = draft().definition().statuses[index()].key;
    if (!m_isStep->isChecked()) {
        draft().setStep(key, {}, {});
        return;
    }
    const QString role = m_role->currentData().toString();
    draft().setStep(
            key,
            WorkflowStep{.status = key,
                         .role = role.isEmpty() ? QString(toWire(BuiltInRole::Agent)) : role,
                         .instructions = m_instructions->toPlainText(),
                         .weight = m_weight->value(),
                         .escalationRole = m_escalation->currentData().toString()},
            field);
}

void StatusForm::load()
{
    if (draft().current().kind != WorkflowElement::Kind::Status)
        return;
    const WorkflowStatus &status = draft().definition().statuses[index()];
    setText(m_label, status.label);
    setText(m_key, status.key);
    choose(m_category, QString(toWire(status.category)));
    m_initial->setChecked(status.initial);
    m_final->setChecked(status.final);
    m_connect->setEnabled(draft().definition().statuses.size() > 1);
    m_automatic->setEnabled(draft().definition().statuses.size() > 1);
    const auto step = draft().step(status.key);
    m_isStep->setChecked(step.has_value());
    const WorkflowStep shown = step.value_or(WorkflowStep());
    choose(m_role, shown.role);
    choose(m_escalation, shown.escalationRole);
    m_weight->setValue(shown.weight);
    if (m_instructions->toPlainText() != shown.instructions)
        m_instructions->setPlainText(shown.instructions);
    for (QWidget *widget : {static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_instructions),
                            static_cast<QWidget *>(m_weight), static_cast<QWidget *>(m_escalation)})
        setRowVisible(widget, step.has_value());
}

void StatusForm::fillRoles()
{
    m_role->clear();
    m_escalation->clear();
    m_escalation->addItem(tr("Nobody"), QString());
    for (const auto &row : WireEnum<BuiltInRole>::names) {
        const QString key = toWire(row.value);
        m_role->addItem(AccountText::role(key, key), key);
        m_escalation->addItem(AccountText::role(key, key), key);
    }
}

void StatusForm::retranslate()
{
    setRowLabel(m_label, tr("&Name"));
    setRowLabel(m_key, tr("&Key"));
    setRowLabel(m_category, tr("K&ind"));
    m_initial->setText(tr("Tickets &start here"));
    m_final->setText(tr("Tickets may stay here for &good"));
    m_connect->setText(tr("Draw a &transition from here…"));
    m_automatic->setText(tr("Add an &automatic one"));
    m_isStep->setText(tr("A st&ep of a role"));
    setRowLabel(m_role, tr("Role that acts"));
    setRowLabel(m_instructions, tr("Instructions"));
    setRowLabel(m_weight, tr("Share of the time"));
    setRowLabel(m_escalation, tr("Escalates to"));
    m_category->clear();
    for (const auto &row : WireEnum<StatusCategory>::names)
        m_category->addItem(TicketText::category(row.value), QString(toWire(row.value)));
    fillRoles();
}

void StatusForm::focusFirst()
{
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

} // namespace Deskbell::App
