// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/uploadlist.h"

#include "app/attachments/uploadrow.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/popups.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QMimeDatabase>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

UploadList::UploadList(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(u"uploadList"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::unit);
    hide();
}

void UploadList::addFiles(const QStringList &paths)
{
    const ServerLimits &limits = m_context.session.server().limits;
    const AttachmentLimits attachmentLimits{.maxBytes = limits.maxUploadBytes,
                                            .refusedTypes = limits.refusedUploadTypes};
    for (const QString &path : paths) {
        const QString failed = tr("%1 cannot be attached").arg(QFileInfo(path).fileName());
        const auto source = FileSource::fromFile(path);
        if (!source) {
            Popups::of(this).error(failed, source.error());
            continue;
        }
        const QString type = QMimeDatabase().mimeTypeForFile(path).name();
        if (auto allowed = checkUpload(attachmentLimits, source->size(), type); !allowed) {
            Popups::of(this).error(failed, allowed.error());
            continue;
        }
        addRow(new UploadRow(new UploadTransfer(m_context.client, *source), this));
    }
}

void UploadList::addBytes(const QByteArray &bytes, const QString &fileName)
{
    addRow(new UploadRow(
            new UploadTransfer(m_context.client, FileSource::fromBytes(bytes, fileName)), this));
}

bool UploadList::accepts(const QMimeData *mime)
{
    if (mime->hasImage())
        return true;
    const QList<QUrl> urls = mime->urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

bool UploadList::addMimeData(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty()) {
        addFiles(paths);
        return true;
    }
    if (!mime->hasImage())
        return false;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    mime->imageData().value<QImage>().save(&buffer, "PNG");
    //: The name of a picture that was pasted; %1 is date and time.
    addBytes(bytes, tr("Screenshot %1.png")
                            .arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd hh.mm.ss"_s)));
    return true;
}

void UploadList::choose()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &UploadList::addFiles);
    dialog->open();
}

QList<KeptFile> UploadList::finished() const
{
    QList<KeptFile> files;
    for (const UploadRow *row : m_rows) {
        const UploadTransfer &transfer = row->transfer();
        if (transfer.state() == UploadTransfer::State::Done)
            files.append({.upload = transfer.uploadId(),
                          .name = transfer.fileName(),
                          .size = transfer.size()});
    }
    return files;
}

QList<QUuid> UploadList::finishedIds() const
{
    QList<QUuid> ids;
    for (const KeptFile &file : finished())
        ids.append(file.upload);
    return ids;
}

void UploadList::setFinished(const QList<KeptFile> &files)
{
    const QList<KeptFile> before = finished();
    if (before == files)
        return;
    const QSignalBlocker blocker(this);
    const QList<UploadRow *> rows = m_rows;
    for (UploadRow *row : rows) {
        if (row->transfer().state() == UploadTransfer::State::Done)
            removeRow(row);
    }
    for (const KeptFile &file : files) {
        const auto source = FileSource::arrived(file.name, file.size);
        addRow(new UploadRow(new UploadTransfer(m_context.client, source, file.upload), this));
    }
}

bool UploadList::isPending() const
{
    return finishedIds().size() < m_rows.size();
}

void UploadList::clear()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    updateVisible();
    Q_EMIT changed();
}

void UploadList::addRow(UploadRow *row)
{
    m_rows.append(row);
    layout()->addWidget(row);
    connect(row, &UploadRow::changed, this, &UploadList::changed);
    connect(row, &UploadRow::dismissed, this, [this, row] { removeRow(row); });
    updateVisible();
    Q_EMIT changed();
}

void UploadList::removeRow(UploadRow *row)
{
    m_rows.removeOne(row);
    // It is inside its own signal.
    row->deleteLater();
    row->hide();
    updateVisible();
    Q_EMIT changed();
}

void UploadList::setWanted(bool wanted)
{
    m_isWanted = wanted;
    updateVisible();
}

void UploadList::updateVisible()
{
    setVisible(m_isWanted && !m_rows.isEmpty());
}

} // namespace Deskbell::App
