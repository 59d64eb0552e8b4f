// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/slachoices.h"

#include "app/desks/choices.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/widgets/noticebox.h"

#include <QComboBox>

namespace Deskbell::App {

void fillWithSlaDesks(AppContext &context, QComboBox *box, NoticeBox *notice)
{
    fetchDesks(context, box, [&context, box, notice](const Result<QList<Desk>> &desks) {
        if (!desks) {
            notice->showError(desks.error());
            return;
        }
        for (const Desk &desk : *desks) {
            if (context.session.me().grants.holds(Permission::SlaManage, desk.id))
                box->addItem(desk.name, desk.id.value());
        }
    });
}

} // namespace Deskbell::App
