// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/requestdrafts.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Deskbell::App {

class ScrollPane;
struct AppContext;

/// What was begun and not sent: go on with it, or discard it. Hidden while there is nothing.
class DraftList : public QWidget
{
    Q_OBJECT

public:
    explicit DraftList(AppContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void continued(const Deskbell::App::RequestDraft &draft);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showDrafts();
    void addRow(const RequestDraft &draft);
    void discard(const RequestDraft &draft);

    AppContext &m_context;
    QLabel *m_title;
    ScrollPane *m_area;
    QWidget *m_rows;
    QVBoxLayout *m_column;
};

} // namespace Deskbell::App
