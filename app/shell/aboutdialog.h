// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Deskbell::App {

struct AppContext;

/// What this is, which versions talk to each other, under which licence.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    static void open(AppContext &context, QWidget *parent);

private:
    AboutDialog(AppContext &context, QWidget *parent);
};

} // namespace Deskbell::App
