// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/aboutdialog.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"

#include <QBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

void AboutDialog::open(AppContext &context, QWidget *parent)
{
    auto *dialog = new AboutDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

AboutDialog::AboutDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Deskbell"));
    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(u":/app/deskbell.svg"_s).pixmap({64, 64}, devicePixelRatioF()));
    auto *title = new QLabel(u"Deskbell " DESKBELL_VERSION ""_s, this);
    title->setFont(Fonts::title());
    const QStringList lines{
            tr("A native help desk."),
            tr("Connected to %1 (%2, version %3).")
                    .arg(context.client.server().display(), context.session.server().name,
                         context.session.server().version),
            tr("Built with Qt %1. Free software under the GNU General Public License, version 3 or "
               "later.")
                    .arg(QString::fromLatin1(qVersion()))};
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeAbout"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 20);
    column->setSpacing(Metrics::gap);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(title, 0, Qt::AlignHCenter);
    for (const QString &line : lines) {
        auto *label = new QLabel(line, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setFixedWidth(320);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    column->addSpacing(Metrics::gap);
    column->addWidget(close, 0, Qt::AlignHCenter);
}

} // namespace Deskbell::App
