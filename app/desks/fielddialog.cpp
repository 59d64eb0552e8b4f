// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/fielddialog.h"

#include "app/widgets/formerrors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int optionsHeight = 110;

QString nameOf(CustomFieldType type)
{
    switch (type) {
    case CustomFieldType::Text: return FieldDialog::tr("Text");
    case CustomFieldType::Number: return FieldDialog::tr("Number");
    case CustomFieldType::Date: return FieldDialog::tr("Date");
    case CustomFieldType::Choice: return FieldDialog::tr("Choice");
    case CustomFieldType::Person: return FieldDialog::tr("Person");
    }
    Q_UNREACHABLE();
}

} // namespace

FieldDialog::FieldDialog(const QList<CustomField> &form, int row, Key key, QWidget *parent)
    : QDialog(parent)
    , m_form(form)
    , m_row(row < 0 ? int(form.size()) : row)
    , m_label(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_type(new QComboBox(this))
    , m_options(new QPlainTextEdit(this))
    , m_required(new QCheckBox(tr("It has to be &filled in"), this))
    , m_errors(new FormErrors(this))
{
    if (row < 0)
        m_form.append(CustomField());
    setObjectName(u"fieldDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(row < 0 ? tr("New field") : tr("Edit %1").arg(m_form[m_row].label));
    setMinimumWidth(420);
    buildForm(key);
}

void FieldDialog::buildForm(Key key)
{
    const CustomField &before = m_form[m_row];
    m_label->setObjectName(u"label"_s);
    m_label->setText(before.label);
    m_key->setObjectName(u"key"_s);
    m_key->setText(before.key);
    m_key->setToolTip(tr("The interface names the field by it."));
    if (key == Key::Kept) {
        m_key->setEnabled(false);
        m_key->setToolTip(tr("Tickets have values under it; it never changes."));
    }
    if (before.key.isEmpty()) {
        // Until the person says another.
        connect(m_label, &QLineEdit::textEdited, m_key, [this](const QString &label) {
            if (!m_key->isModified())
                m_key->setText(fieldKeyOf(label));
        });
    }
    m_type->setObjectName(u"type"_s);
    for (const auto &[type, wire] : WireEnum<CustomFieldType>::names)
        m_type->addItem(nameOf(type), int(type));
    m_type->setCurrentIndex(m_type->findData(int(before.type)));
    m_options->setObjectName(u"options"_s);
    m_options->setPlainText(before.options.join(u'\n'));
    m_options->setPlaceholderText(tr("One on a line"));
    m_options->setTabChangesFocus(true);
    m_options->setFixedHeight(optionsHeight);
    m_required->setObjectName(u"required"_s);
    m_required->setChecked(before.required);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"fieldOk"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &FieldDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Label"), m_label);
    form->addRow({}, m_errors->add(u"label"_s, m_label));
    form->addRow(tr("&Key"), m_key);
    form->addRow({}, m_errors->add(u"key"_s, m_key));
    form->addRow(tr("&Type"), m_type);
    form->addRow({}, m_errors->add(u"type"_s, m_type));
    form->addRow(tr("&Choices"), m_options);
    form->addRow({}, m_errors->add(u"options"_s, m_options));
    form->addRow({}, m_required);
    form->addRow(buttons);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this, form] { followType(form); });
    followType(form);
    m_errors->setValidator([this] { return faults(); });
}

/// Only a choice has choices.
void FieldDialog::followType(QFormLayout *form)
{
    const bool chooses = m_type->currentData() == int(CustomFieldType::Choice);
    m_options->setVisible(chooses);
    form->labelForField(m_options)->setVisible(chooses);
    adjustSize();
}

CustomField FieldDialog::field() const
{
    CustomField field{.key = m_key->text().trimmed(),
                      .label = m_label->text().trimmed(),
                      .type = CustomFieldType(m_type->currentData().toInt()),
                      .required = m_required->isChecked()};
    if (field.type != CustomFieldType::Choice)
        return field;
    for (const QString &line : m_options->toPlainText().split(u'\n')) {
        if (const QString option = line.trimmed(); !option.isEmpty())
            field.options.append(option);
    }
    return field;
}

QList<FieldError> FieldDialog::faults() const
{
    QList<CustomField> form = m_form;
    // Of two fields with one key the later is faulty; it shall be this one.
    form.remove(m_row);
    form.append(field());
    QList<FieldError> all;
    checkForm(form, all);
    const QString here = u"fields[%1]."_s.arg(form.size() - 1);
    QList<FieldError> mine;
    for (FieldError &fault : all) {
        if (!fault.field.startsWith(here))
            continue;
        fault.field.remove(0, here.size());
        mine.append(fault);
    }
    return mine;
}

void FieldDialog::finish()
{
    if (!m_errors->validateAll())
        return;
    Q_EMIT fieldAccepted(field());
    accept();
}

QString FieldDialog::line(const CustomField &field)
{
    QStringList words{nameOf(field.type)};
    if (field.type == CustomFieldType::Choice)
        words = {tr("one of %1").arg(field.options.join(u", "_s))};
    if (field.required)
        words.append(tr("has to be filled in"));
    return u"%1: %2"_s.arg(field.label, words.join(u"; "_s));
}

} // namespace Deskbell::App
