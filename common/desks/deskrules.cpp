// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/deskrules.h"

#include "common/tickets/ticketnumber.h"
#include "common/tickets/ticketrules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell {

void checkName(const QString &name, QList<FieldError> &faults)
{
    if (const auto fault = textFault(u"name"_s, name, nameRule))
        faults.append(*fault);
}

void checkShortDescription(const QString &description, QList<FieldError> &faults)
{
    if (const auto fault = textFault(u"description"_s, description, shortDescriptionRule))
        faults.append(*fault);
}

void checkTagName(const QString &name, QList<FieldError> &faults)
{
    checkText(u"name"_s, name, tagRule, faults);
}

void checkColor(const QString &color, QList<FieldError> &faults)
{
    static const QRegularExpression form(uR"(\A(#[0-9a-fA-F]{6})?\z)"_s);
    if (!form.match(color).hasMatch())
        faults.append({.field = u"color"_s, .key = "invalid"});
}

void checkDeskKey(const QString &key, QList<FieldError> &faults)
{
    if (key.isEmpty())
        faults.append({.field = u"key"_s, .key = "required"});
    else if (!isDeskKey(key))
        faults.append({.field = u"key"_s, .key = "invalid"});
}

} // namespace Deskbell
