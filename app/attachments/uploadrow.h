// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/uploadtransfer.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Deskbell::App {

/// One upload: its name, how far it is, and what can be done about it: stop for a while and go on,
/// try again after a failure, remove.
class UploadRow : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the transfer and starts it.
    explicit UploadRow(UploadTransfer *transfer, QWidget *parent = nullptr);

    const UploadTransfer &transfer() const { return *m_transfer; }

Q_SIGNALS:
    void changed();
    /// The person does not want it (any more); the server has been told.
    void dismissed();

private:
    void fill();

    UploadTransfer *m_transfer;
    QLabel *m_name;
    QLabel *m_state;
    QProgressBar *m_progress;
    QToolButton *m_pause;
    QToolButton *m_retry; ///< also goes on after a pause
    QToolButton *m_remove;
};

} // namespace Deskbell::App
