// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/attachmentstrip.h"

#include "app/attachments/attachmentviewer.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/timetext.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

AttachmentStrip::AttachmentStrip(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(u"attachmentStrip"_s);
    new FlowLayout(this, Metrics::gap);
    hide();
}

void AttachmentStrip::setAttachments(const QList<Attachment> &attachments)
{
    if (m_attachments == attachments)
        return;
    m_attachments = attachments;
    fill();
}

void AttachmentStrip::fill()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Attachment &attachment : std::as_const(m_attachments)) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"attachment"_s);
        const QString size = TimeText::fileSize(attachment.size);
        button->setText(attachment.fileName + u"  "_s + size);
        button->setAccessibleName(tr("File %1, %2").arg(attachment.fileName, size));
        button->setToolTip(attachment.fileName);
        button->setIcon(
                Icons::icon(attachment.mediaType.startsWith("image/"_L1) ? u"image" : u"file",
                            Icons::Ink::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this,
                [this, attachment] { AttachmentViewer::open(m_context, attachment, window()); });
        auto *menu = new QMenu(button);
        menu->addAction(tr("Open"), this, [this, attachment] {
            AttachmentViewer::open(m_context, attachment, window());
        });
        menu->addAction(tr("Save as…"), this, [this, attachment] {
            AttachmentViewer::save(m_context, attachment, window());
        });
        if (m_attachments.size() > 1) {
            menu->addAction(tr("Save all…"), this, [this] {
                AttachmentViewer::saveAll(m_context, m_attachments, window());
            });
        }
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, menu,
                [button, menu](const QPoint &point) { menu->popup(button->mapToGlobal(point)); });
        layout()->addWidget(button);
    }
    setVisible(!m_attachments.isEmpty());
    updateGeometry();
}

void AttachmentStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
