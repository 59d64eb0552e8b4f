// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/holidaydialog.h"

#include "app/widgets/formerrors.h"
#include "common/desks/deskrules.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

HolidayDialog::HolidayDialog(const Holiday &holiday, QWidget *parent)
    : QDialog(parent)
    , m_date(new QDateEdit(holiday.date, this))
    , m_name(new QLineEdit(holiday.name, this))
    , m_yearly(new QCheckBox(tr("On this day of &every year"), this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"holidayDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(holiday.name.isEmpty() ? tr("New holiday") : tr("Edit %1").arg(holiday.name));
    setMinimumWidth(340);
    m_date->setObjectName(u"date"_s);
    m_date->setCalendarPopup(true);
    m_name->setObjectName(u"name"_s);
    m_yearly->setObjectName(u"yearly"_s);
    m_yearly->setChecked(holiday.yearly);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"holidayOk"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &HolidayDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow({}, m_errors->add(u"name"_s, m_name));
    form->addRow(tr("&Date"), m_date);
    form->addRow({}, m_yearly);
    form->addRow(buttons);
    m_errors->setValidator([this] {
        QList<FieldError> faults;
        checkName(typed().name, faults);
        return faults;
    });
}

Holiday HolidayDialog::typed() const
{
    return {.date = m_date->date(),
            .name = m_name->text().trimmed(),
            .yearly = m_yearly->isChecked()};
}

void HolidayDialog::finish()
{
    if (!m_errors->validateAll())
        return;
    Q_EMIT holidayAccepted(typed());
    accept();
}

QString HolidayDialog::line(const Holiday &holiday)
{
    if (!holiday.yearly) {
        return u"%1: %2"_s.arg(QLocale().toString(holiday.date, QLocale::ShortFormat),
                               holiday.name);
    }
    const QString day = QLocale().toString(
            holiday.date, tr("MMMM d", "a day of every year, as in QLocale::toString()"));
    return tr("%1 every year: %2").arg(day, holiday.name);
}

} // namespace Deskbell::App
