// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Deskbell::App {

/// A line for a password, with an eye to look at what one typed.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

private:
    void setShown(bool shown);
    QAction *m_eye;
};

} // namespace Deskbell::App
