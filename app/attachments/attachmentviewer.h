// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/attachments/attachment.h"

#include <QDialog>

namespace Deskbell::App {

class StateView;
struct AppContext;

/// Shows a file of a ticket without leaving the program: pictures and text. What it cannot show, or
/// what is too large for a glance, is offered for saving. Nothing from a file is ever run or loaded
/// from elsewhere.
class AttachmentViewer : public QDialog
{
    Q_OBJECT

public:
    /// Pictures and text in a viewer of their own; everything else asks where to save it.
    static void open(AppContext &context, const Attachment &attachment, QWidget *window);
    static void save(AppContext &context, const Attachment &attachment, QWidget *window);
    /// Into one folder; names that are there already get a number.
    static void saveAll(AppContext &context, const QList<Attachment> &attachments, QWidget *window);

    /// Larger files are not shown, only saved.
    static constexpr qint64 largestShown = 20 * 1024 * 1024;
    static bool canShow(const Attachment &attachment);

private:
    AttachmentViewer(AppContext &context, const Attachment &attachment, QWidget *parent);
    void load();
    void fill(const QByteArray &content);

    AppContext &m_context;
    Attachment m_attachment;
    StateView *m_state;
};

} // namespace Deskbell::App
