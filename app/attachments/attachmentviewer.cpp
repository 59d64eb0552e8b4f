// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/attachmentviewer.h"

#include "app/net/client.h"
#include "app/net/downloadtransfer.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "app/widgets/timetext.h"

#include <QBuffer>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

QString pathOf(const Attachment &attachment)
{
    return u"/attachments/%1"_s.arg(attachment.id.value());
}

bool isText(const Attachment &attachment)
{
    return attachment.mediaType.startsWith("text/"_L1)
           || attachment.mediaType == "application/json"_L1;
}

bool isPicture(const Attachment &attachment)
{
    // Formats that Qt's own plug-ins read; SVG from strangers is not drawn.
    static const QStringList types{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s,
                                   u"image/bmp"_s};
    return types.contains(attachment.mediaType);
}

/// A name in the folder that is not taken: "error.png", "error (2).png".
QString freeName(const QDir &folder, const QString &fileName)
{
    const QFileInfo info(fileName);
    QString name = fileName;
    for (int number = 2; folder.exists(name); ++number) {
        name = info.completeBaseName() + u" (%1)"_s.arg(number);
        if (!info.suffix().isEmpty())
            name += u'.' + info.suffix();
    }
    return folder.filePath(name);
}

/// Downloads with a pop-up for how it goes; the transfer lives until it is done.
void download(AppContext &context, const Attachment &attachment, const QString &target,
              QWidget *window)
{
    auto *transfer = new DownloadTransfer(context.client, pathOf(attachment), target, window);
    const int saving = Popups::of(window).show(
            {.text = AttachmentViewer::tr("Saving %1").arg(attachment.fileName),
             .action = {.text = AttachmentViewer::tr("Cancel"), .run = [transfer] {
                            transfer->cancel();
                            transfer->deleteLater();
                        }}});
    QObject::connect(
            transfer, &DownloadTransfer::finished, window,
            [&context, attachment, target, window, transfer, saving] {
                transfer->deleteLater();
                Popups &popups = Popups::of(window);
                popups.dismiss(saving);
                if (transfer->state() == DownloadTransfer::State::Done) {
                    popups.success(
                            AttachmentViewer::tr("%1 is saved").arg(QFileInfo(target).fileName()));
                    return;
                }
                popups.error(AttachmentViewer::tr("%1 could not be saved").arg(attachment.fileName),
                             transfer->error(), [&context, attachment, target, window] {
                                 download(context, attachment, target, window);
                             });
            });
    transfer->start();
}

} // namespace

bool AttachmentViewer::canShow(const Attachment &attachment)
{
    return attachment.size <= largestShown && (isPicture(attachment) || isText(attachment));
}

void AttachmentViewer::open(AppContext &context, const Attachment &attachment, QWidget *window)
{
    if (!canShow(attachment)) {
        save(context, attachment, window);
        return;
    }
    auto *viewer = new AttachmentViewer(context, attachment, window);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->QDialog::show();
}

void AttachmentViewer::save(AppContext &context, const Attachment &attachment, QWidget *window)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    auto *dialog = new QFileDialog(window, tr("Save %1").arg(attachment.fileName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(freeName(folder, attachment.fileName));
    connect(dialog, &QFileDialog::fileSelected, window,
            [&context, attachment, window](const QString &target) {
                download(context, attachment, target, window);
            });
    dialog->open();
}

void AttachmentViewer::saveAll(AppContext &context, const QList<Attachment> &attachments,
                               QWidget *window)
{
    auto *dialog = new QFileDialog(window, tr("Save all files into…"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, window,
            [&context, attachments, window](const QString &chosen) {
                QStringList taken;
                for (const Attachment &attachment : attachments) {
                    // Two files of one name in the same batch: the second cannot see the first yet.
                    QString target = freeName(QDir(chosen), attachment.fileName);
                    for (int number = 2; taken.contains(target); ++number)
                        target = freeName(QDir(chosen),
                                          u"%1-%2"_s.arg(number).arg(attachment.fileName));
                    taken.append(target);
                    download(context, attachment, target, window);
                }
            });
    dialog->open();
}

AttachmentViewer::AttachmentViewer(AppContext &context, const Attachment &attachment,
                                   QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_attachment(attachment)
    , m_state(new StateView(new QScrollArea, this))
{
    setObjectName(u"attachmentViewer"_s);
    setWindowTitle(attachment.fileName);
    resize(720, 560);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *saveButton = buttons->addButton(tr("Save as…"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    connect(saveButton, &QPushButton::clicked, this,
            [this] { save(m_context, m_attachment, this); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_state, &StateView::retryRequested, this, &AttachmentViewer::load);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state, 1);
    layout->addWidget(buttons);
    load();
}

void AttachmentViewer::load()
{
    m_state->showLoading();
    m_context.client.send(Api::Request::get(pathOf(m_attachment)), this,
                          [this](const Result<Api::Answer> &answer) {
                              if (answer)
                                  fill(answer->body);
                              else
                                  m_state->showError(tr("The file could not be loaded"),
                                                     answer.error());
                          });
}

void AttachmentViewer::fill(const QByteArray &content)
{
    auto *area = qobject_cast<QScrollArea *>(m_state->content());
    area->setFrameShape(QFrame::NoFrame);
    area->setAlignment(Qt::AlignCenter);
    if (isText(m_attachment)) {
        auto *text = new QPlainTextEdit;
        text->setReadOnly(true);
        text->setPlainText(QString::fromUtf8(content));
        text->setAccessibleName(m_attachment.fileName);
        area->setWidgetResizable(true);
        area->setWidget(text);
        m_state->showContent();
        return;
    }
    QBuffer buffer;
    buffer.setData(content);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull()) {
        m_state->showEmpty(tr("No preview"),
                           tr("This picture cannot be shown. It can still be saved."), {},
                           u"image"_s);
        return;
    }
    auto *label = new QLabel;
    QPixmap pixmap = QPixmap::fromImage(image);
    // A large picture is shown whole; saving gives every pixel of it.
    const QSize room = size() - QSize(48, 96);
    if (pixmap.width() > room.width() || pixmap.height() > room.height())
        pixmap = pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    label->setPixmap(pixmap);
    label->setAccessibleName(tr("Picture %1").arg(m_attachment.fileName));
    area->setWidget(label);
    m_state->showContent();
}

} // namespace Deskbell::App
