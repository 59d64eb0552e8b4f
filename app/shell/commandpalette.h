// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListView;

namespace Deskbell::App {

class MainWindow;
class PaletteModel;
struct AppContext;

/// Everything there is, found by a few letters: actions with their keys, views, tickets, people.
/// By keys alone; Escape leaves everything as it was.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    static void open(AppContext &context, MainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CommandPalette(AppContext &context, MainWindow &window);
    void step(int rows);
    void go(int rows);
    void choose();
    void run();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QString m_wanted; ///< the id of what one went to since one typed last
};

} // namespace Deskbell::App
