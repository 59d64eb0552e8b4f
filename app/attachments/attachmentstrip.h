// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/attachments/attachment.h"

#include <QWidget>

namespace Deskbell::App {

struct AppContext;

/// The files of a message or ticket as a row of buttons with name and size, images with a
/// thumbnail. Pressing one shows it (pictures, text) or saves it. Hidden while there is none.
class AttachmentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentStrip(AppContext &context, QWidget *parent = nullptr);

    void setAttachments(const QList<Attachment> &attachments);
    const QList<Attachment> &attachments() const { return m_attachments; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    AppContext &m_context;
    QList<Attachment> m_attachments;
};

} // namespace Deskbell::App
