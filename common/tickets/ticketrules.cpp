// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void checkText(const QString &field, const QString &text, const TextRule &rule,
               QList<FieldError> &faults)
{
    if (const auto fault = textFault(field, text, rule))
        faults.append(*fault);
}

void checkTags(const QStringList &tags, QList<FieldError> &faults)
{
    if (tags.size() > maxTags) {
        faults.append({.field = u"tags"_s, .key = "too_long", .params = {{u"max"_s, maxTags}}});
        return;
    }
    QSet<QString> seen;
    for (const QString &tag : tags) {
        if (const auto fault = textFault(u"tags"_s, tag, tagRule)) {
            faults.append(*fault);
            return;
        }
        const QString folded = cleanText(tag).toCaseFolded();
        if (seen.contains(folded)) {
            faults.append({.field = u"tags"_s, .key = "not_unique"});
            return;
        }
        seen.insert(folded);
    }
}

void checkCustomFields(const QJsonObject &fields, QList<FieldError> &faults)
{
    if (fields.size() > maxCustomFields) {
        faults.append({.field = u"customFields"_s,
                       .key = "too_long",
                       .params = {{u"max"_s, maxCustomFields}}});
        return;
    }
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        const QString path = u"customFields."_s + field.key();
        const QJsonValue value = field.value();
        if (const auto fault = textFault(path, field.key(), customFieldNameRule))
            faults.append(*fault);
        else if (value.isArray() || value.isObject())
            faults.append({.field = path, .key = "wrong_type"});
        else if (value.isString())
            checkText(path, value.toString(), customFieldTextRule, faults);
    }
}

} // namespace Deskbell
