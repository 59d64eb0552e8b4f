// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/desktemplatetext.h"

#include <QCoreApplication>

namespace Deskbell::App {

namespace {

/// For lupdate, which does not read resources/desks: the texts that stand there.
[[maybe_unused]] constexpr const char *shippedTexts[] = {
        QT_TRANSLATE_NOOP("DeskTemplate", "Requests with approval"),
        QT_TRANSLATE_NOOP("DeskTemplate",
                          "A draft is approved step by step before anybody works on it."),
        QT_TRANSLATE_NOOP("DeskTemplate", "Three states"),
        QT_TRANSLATE_NOOP("DeskTemplate",
                          "Open, in progress, resolved: every one from every other."),
        QT_TRANSLATE_NOOP("DeskTemplate", "Help desk"),
        QT_TRANSLATE_NOOP("DeskTemplate",
                          "Questions and faults: answered, put on hold, solved. Closes by itself."),
        QT_TRANSLATE_NOOP("DeskTemplate", "Tickets with admin levels"),
        // clang-format off
        QT_TRANSLATE_NOOP("DeskTemplate", "Opening a ticket starts it; putting it on hold needs a reason. Observers look on."),
        QT_TRANSLATE_NOOP("DeskTemplate", "Steps and roles"),
        QT_TRANSLATE_NOOP("DeskTemplate", "Each step has a role that acts; whose turn it is goes round. Steps can be escalated."),
        // clang-format on
        QT_TRANSLATE_NOOP("DeskTemplate", "Customer support"),
        QT_TRANSLATE_NOOP("DeskTemplate",
                          "Seven checked states, from open through answered to closed."),
};

QString translated(const QString &text)
{
    return text.isEmpty() ? text
                          : QCoreApplication::translate("DeskTemplate", text.toUtf8().constData());
}

} // namespace

QString DeskTemplateText::label(const DeskTemplateSummary &summary)
{
    return translated(summary.label);
}

QString DeskTemplateText::description(const DeskTemplateSummary &summary)
{
    return translated(summary.description);
}

} // namespace Deskbell::App
