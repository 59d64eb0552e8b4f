// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/canned/cannedvariable.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(uR"(\{\{[ \t]*([^{}\n]*?)[ \t]*\}\})"_s);
    return expression;
}

} // namespace

QString placeholderOf(CannedVariable variable)
{
    return u"{{"_s + toWire(variable) + u"}}"_s;
}

QString expandCanned(const QString &text, const CannedValues &valueOf)
{
    QString expanded;
    qsizetype end = 0;
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const auto variable = fromWire<CannedVariable>(match.capturedView(1));
        if (!variable)
            continue;
        expanded += QStringView(text).mid(end, match.capturedStart() - end);
        expanded += valueOf(*variable).simplified();
        end = match.capturedEnd();
    }
    expanded += QStringView(text).mid(end);
    return expanded;
}

std::optional<FieldError> variableFault(const QString &field, const QString &text)
{
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!fromWire<CannedVariable>(name)) {
            return FieldError{
                    .field = field, .key = "unknown_variable", .params = {{u"variable"_s, name}}};
        }
    }
    return std::nullopt;
}

QString firstNameOf(const QString &displayName)
{
    const QString name = displayName.simplified();
    const QString first = name.section(u", "_s, 1, 1);
    return (first.isEmpty() ? name : first).section(u' ', 0, 0);
}

} // namespace Deskbell
