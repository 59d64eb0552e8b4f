// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/passwordfield.h"

#include "app/shell/icons.h"

#include <QAction>

namespace Deskbell::App {

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    connect(m_eye, &QAction::triggered, this,
            [this] { setShown(echoMode() == QLineEdit::Password); });
    setShown(false);
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(Icons::icon(shown ? u"eye-off" : u"eye", Icons::Ink::Muted));
    m_eye->setText(shown ? tr("Hide password") : tr("Show password"));
}

} // namespace Deskbell::App
