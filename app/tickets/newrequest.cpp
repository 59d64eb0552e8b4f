// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/newrequest.h"

#include "app/shell/mainwindow.h"
#include "app/tickets/newrequestdialog.h"
#include "app/widgets/popups.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

NewRequestDialog *askForRequest(AppContext &context, MainWindow &window)
{
    auto *dialog = new NewRequestDialog(context, &window);
    QObject::connect(dialog, &NewRequestDialog::created, &window, [&window](const Ticket &ticket) {
        const auto open = [&window, number = ticket.number] {
            window.open(u"ticket"_s, number);
        };
        Popups::of(&window).success(NewRequestDialog::tr("%1 is on its way").arg(ticket.number),
                                    {.text = NewRequestDialog::tr("Open"), .run = open});
    });
    dialog->open();
    return dialog;
}

} // namespace Deskbell::App
