// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/stepdialog.h"

#include "app/accounts/accountsmodel.h"
#include "app/accounts/personfield.h"
#include "app/desks/choices.h"
#include "app/widgets/formerrors.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int keyRole = Qt::UserRole;

/// Hours, of which none is said as 0.
QSpinBox *hoursField(const std::optional<int> &hours, const QString &name, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setObjectName(name);
    field->setRange(0, maxApprovalHours);
    field->setSpecialValueText(StepDialog::tr("Never"));
    field->setSuffix(StepDialog::tr(" business hours"));
    field->setValue(hours.value_or(0));
    return field;
}

std::optional<int> hoursOf(const QSpinBox *field)
{
    return field->value() > 0 ? std::optional(field->value()) : std::nullopt;
}

QListWidget *tickList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(name);
    list->setFixedHeight(5 * list->fontMetrics().lineSpacing() + 16);
    return list;
}

QListWidgetItem *tickItem(QListWidget *list, const QString &text, const QVariant &key, bool ticked)
{
    auto *item = new QListWidgetItem(text, list);
    item->setData(keyRole, key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    return item;
}

} // namespace

StepDialog::StepDialog(AppContext &context, const ApprovalStep &step, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_before(step)
    , m_name(new QLineEdit(step.name, this))
    , m_search(new PersonField(context, this))
    , m_people(tickList(u"people"_s, this))
    , m_roles(tickList(u"roles"_s, this))
    , m_mode(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_remind(hoursField(step.remindAfterHours, u"remindAfterHours"_s, this))
    , m_expire(hoursField(step.expireAfterHours, u"expireAfterHours"_s, this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"stepDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(step.name.isEmpty() ? tr("New step") : tr("Edit %1").arg(step.name));
    setMinimumWidth(440);
    buildForm();
    for (const PersonRef &person : step.people)
        addPerson(person);
    for (const QString &key : step.roles)
        addRole(key, key);
    loadRoles();
}

void StepDialog::buildForm()
{
    m_name->setObjectName(u"name"_s);
    m_search->setObjectName(u"person"_s);
    m_people->setAccessibleName(tr("People"));
    m_mode->setObjectName(u"mode"_s);
    m_mode->addItem(tr("All of them"), int(ApprovalMode::All));
    m_mode->addItem(tr("Any of them"), int(ApprovalMode::Any));
    m_mode->addItem(tr("So many of them"), int(ApprovalMode::Count));
    m_mode->setCurrentIndex(m_mode->findData(int(m_before.mode)));
    m_count->setObjectName(u"count"_s);
    m_count->setAccessibleName(tr("How many"));
    m_count->setRange(1, maxApproversOfStep);
    m_count->setValue(m_before.count.value_or(1));
    const auto followMode = [this] {
        m_count->setVisible(m_mode->currentData() == int(ApprovalMode::Count));
    };
    connect(m_mode, &QComboBox::currentIndexChanged, this, followMode);
    followMode();
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(u"personAdd"_s);
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        if (const AccountId person = m_search->person(); person.isValid()) {
            addPerson({.id = person, .displayName = m_search->personName()});
            m_search->setEditText({});
        }
    });
    auto *finder = new QHBoxLayout;
    finder->addWidget(m_search, 1);
    finder->addWidget(add);
    auto *many = new QHBoxLayout;
    many->addWidget(m_mode, 1);
    many->addWidget(m_count);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"stepOk"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &StepDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow({}, m_errors->add(u"name"_s, m_name));
    form->addRow(tr("&People"), finder);
    form->addRow({}, m_people);
    form->addRow({}, m_errors->add(u"people"_s, m_people));
    form->addRow(tr("&Roles"), m_roles);
    form->addRow({}, m_errors->add(u"roles"_s, m_roles));
    form->addRow(tr("&Who has to approve"), many);
    form->addRow({}, m_errors->add(u"count"_s, m_count));
    form->addRow(tr("Re&mind after"), m_remind);
    form->addRow({}, m_errors->add(u"remindAfterHours"_s, m_remind));
    form->addRow(tr("&Expires after"), m_expire);
    form->addRow({}, m_errors->add(u"expireAfterHours"_s, m_expire));
    form->addRow(buttons);
    m_errors->setValidator([this] { return validate(draftOf(step())); });
}

void StepDialog::addPerson(const PersonRef &person)
{
    for (int row = 0; row < m_people->count(); ++row) {
        if (m_people->item(row)->data(keyRole).toLongLong() == person.id.value()) {
            m_people->item(row)->setCheckState(Qt::Checked);
            return;
        }
    }
    tickItem(m_people, person.displayName, person.id.value(), true);
}

void StepDialog::addRole(const QString &key, const QString &name)
{
    for (int row = 0; row < m_roles->count(); ++row) {
        if (m_roles->item(row)->data(keyRole).toString() == key) {
            m_roles->item(row)->setText(AccountText::role(key, name));
            return;
        }
    }
    tickItem(m_roles, AccountText::role(key, name), key, m_before.roles.contains(key));
}

/// Those of the step are there before, and stay when the others cannot be listed.
void StepDialog::loadRoles()
{
    fetchRoles(m_context, this, [this](const Result<QList<Role>> &roles) {
        for (const Role &role : roles.value_or(QList<Role>()))
            addRole(role.key, role.name);
    });
}

ApprovalStep StepDialog::step() const
{
    ApprovalStep step{.name = m_name->text().trimmed(),
                      .mode = ApprovalMode(m_mode->currentData().toInt()),
                      .remindAfterHours = hoursOf(m_remind),
                      .expireAfterHours = hoursOf(m_expire)};
    if (step.mode == ApprovalMode::Count)
        step.count = m_count->value();
    for (int row = 0; row < m_people->count(); ++row) {
        const QListWidgetItem *item = m_people->item(row);
        if (item->checkState() == Qt::Checked)
            step.people.append({.id = AccountId(item->data(keyRole).toLongLong()),
                                .displayName = item->text()});
    }
    for (int row = 0; row < m_roles->count(); ++row) {
        if (m_roles->item(row)->checkState() == Qt::Checked)
            step.roles.append(m_roles->item(row)->data(keyRole).toString());
    }
    return step;
}

void StepDialog::finish()
{
    if (!m_errors->validateAll())
        return;
    Q_EMIT stepAccepted(step());
    accept();
}

} // namespace Deskbell::App
