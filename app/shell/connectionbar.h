// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Deskbell::App {

struct AppContext;

/// The bar over the panes while the server does not answer: since when, why, and "Try now".
class ConnectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionBar(AppContext &context, QWidget *parent = nullptr);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AppContext &m_context;
    QLabel *m_text;
    QPushButton *m_retry;
};

} // namespace Deskbell::App
