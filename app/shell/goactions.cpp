// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/goactions.h"

#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

struct GoLetter
{
    const char *entry;
    Qt::Key letter;
};

constexpr GoLetter letters[] = {
        {"home", Qt::Key_H},
        {"tickets.mine", Qt::Key_M},
        {"tickets.waiting", Qt::Key_W},
        {"tickets.overdue", Qt::Key_D},
        {"tickets.requested", Qt::Key_R},
        {"tickets.unassigned", Qt::Key_U},
        {"tickets.team", Qt::Key_T},
        {"tickets.open", Qt::Key_O},
        {"tickets.closed", Qt::Key_C},
        {"tickets.all", Qt::Key_A},
        {"approvals", Qt::Key_P},
};

} // namespace

void addGoActions(MainWindow &window)
{
    AppContext &context = window.context();
    for (const EntrySpec &entry : context.registry.entries()) {
        const auto found
                = std::find_if(std::begin(letters), std::end(letters), [&](const GoLetter &known) {
                      return entry.id == QLatin1StringView(known.entry);
                  });
        if (found == std::end(letters))
            continue;
        QAction *action
                = window.actions().add({.id = u"go."_s + entry.id,
                                        .text = entry.title,
                                        .shortcuts = {QKeySequence(Qt::Key_G, found->letter)}},
                                       &window, [&window, id = entry.id] { window.showEntry(id); });
        if (entry.visible)
            showTo(action, context.session, entry.visible);
    }
}

} // namespace Deskbell::App
