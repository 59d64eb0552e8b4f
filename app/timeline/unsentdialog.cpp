// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/unsentdialog.h"

#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/theme.h"
#include "app/shell/windows.h"
#include "app/store/outbox.h"
#include "app/timeline/replydrafts.h"
#include "app/timeline/unsentstrip.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

void UnsentDialog::open(AppContext &context, QWidget *parent)
{
    auto *dialog = new UnsentDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

UnsentDialog::UnsentDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_close(new QPushButton(this))
{
    setObjectName(u"unsentDialog"_s);
    setMinimumSize(620, 360);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget;
    m_list = new UnsentStrip(context, content);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_list);
    rows->addStretch();
    scroll->setWidget(content);
    m_state = new StateView(scroll, this);
    m_close->setObjectName(u"closeUnsent"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::pageMargin);
    column->setSpacing(Metrics::pageMargin);
    column->addWidget(m_state, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &UnsentStrip::changed, this, &UnsentDialog::showState);
    connect(m_list, &UnsentStrip::takenBack, this, &UnsentDialog::takeBack);
    m_list->showAll();
    retranslate();
}

void UnsentDialog::showState()
{
    if (m_list->isEmpty())
        m_state->showEmpty(tr("Everything has been sent"),
                           tr("What you write without a connection waits here until the server "
                              "is back."),
                           {}, u"check"_s);
    else
        m_state->showContent();
}

void UnsentDialog::takeBack(const QByteArray &key)
{
    const OutboxEntry *entry = m_context.outbox.find(key);
    const QString number = entry ? entry->item.ticketNumber : QString();
    if (entry && entry->item.kind == OutboxKind::Change) {
        m_context.outbox.takeBack(key);
        return;
    }
    if (!m_context.replies.takeBack(key)) {
        Popups::of(parentWidget()).info(tr("It was too late: the server has it already"));
        return;
    }
    accept();
    if (MainWindow *window = m_context.windows.active())
        window->open(u"ticket"_s, number);
}

void UnsentDialog::retranslate()
{
    setWindowTitle(tr("Not sent yet"));
    m_close->setText(tr("Close"));
    showState();
}

void UnsentDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Deskbell::App
