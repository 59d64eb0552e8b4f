// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/allowedtransition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

bool AllowedTransition::needs(RequirementKind kind) const
{
    return std::any_of(requirements.cbegin(), requirements.cend(),
                       [kind](const Requirement &requirement) { return requirement.kind == kind; });
}

void read(JsonReader &reader, AllowedTransition &transition)
{
    reader.text("to"_L1, transition.to, Presence::Required);
    reader.text("toLabel"_L1, transition.toLabel, Presence::Required);
    reader.enumValue("category"_L1, transition.category, Presence::Required);
    reader.text("label"_L1, transition.label, Presence::Required);
    readRequirements(reader, transition.requirements, Presence::Required);
}

QJsonObject toJson(const AllowedTransition &transition)
{
    return {{u"to"_s, transition.to},
            {u"toLabel"_s, transition.toLabel},
            {u"category"_s, QString(toWire(transition.category))},
            {u"label"_s, transition.label},
            {u"requires"_s, toJson(transition.requirements)}};
}

} // namespace Deskbell
