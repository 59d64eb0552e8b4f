// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace Deskbell::App {

class StateView;
class UnsentStrip;
struct AppContext;

/// Everything that was written on this computer and has not reached the server, with what it waits
/// for. What is taken back there stands in its ticket's composer again.
class UnsentDialog : public QDialog
{
    Q_OBJECT

public:
    static void open(AppContext &context, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    UnsentDialog(AppContext &context, QWidget *parent);
    void showState();
    void takeBack(const QByteArray &key);
    void retranslate();

    AppContext &m_context;
    UnsentStrip *m_list;
    StateView *m_state;
    QPushButton *m_close;
};

} // namespace Deskbell::App
