// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulk/bulk.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Deskbell::App {

class BulkOperations;
struct AppContext;

/// In the status bar: how far the operation that is under way has come, with Cancel. Hidden while
/// there is none.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    BulkBar(AppContext &context, BulkOperations &operations, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFirst();

    AppContext &m_context;
    BulkOperations &m_operations;
    Bulk m_shown;
    QLabel *m_text;
    QProgressBar *m_progress;
    QToolButton *m_details;
    QToolButton *m_cancel;
};

} // namespace Deskbell::App
