// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/keptfile.h"
#include "common/attachments/attachmentlimits.h"

#include <QList>
#include <QUuid>
#include <QWidget>

class QMimeData;

namespace Deskbell::App {

class UploadRow;
struct AppContext;

/// Files on their way to a message or request: each a row with its progress, cancel, and after a
/// failure retry, which goes on where it stopped. Hidden while there is none, or it is not wanted.
class UploadList : public QWidget
{
    Q_OBJECT

public:
    explicit UploadList(AppContext &context, QWidget *parent = nullptr);

    /// Begins at once. A file that the server would refuse (too large) is said so and not begun.
    void addFiles(const QStringList &paths);
    void addBytes(const QByteArray &bytes, const QString &fileName);
    /// Files or a picture from the clipboard or a drop; false when there is neither.
    bool addMimeData(const QMimeData *mime);
    /// Whether addMimeData() would take something.
    static bool accepts(const QMimeData *mime);
    /// Asks for files.
    void choose();

    /// The finished ones, to be sent along.
    QList<KeptFile> finished() const;
    QList<QUuid> finishedIds() const;
    /// Makes these the finished ones; what is on its way stays. Emits nothing.
    void setFinished(const QList<KeptFile> &files);
    int count() const { return int(m_rows.size()); }
    /// Something is still on its way, or failed and waits for a decision.
    bool isPending() const;
    /// They belong to something now; the rows go.
    void clear();
    /// Hides it, whatever is in it; uploads go on.
    void setWanted(bool wanted);

Q_SIGNALS:
    void changed();

private:
    void addRow(UploadRow *row);
    void removeRow(UploadRow *row);
    void updateVisible();

    AppContext &m_context;
    QList<UploadRow *> m_rows;
    bool m_isWanted = true;
};

} // namespace Deskbell::App
