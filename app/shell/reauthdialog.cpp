// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/reauthdialog.h"

#include "app/net/session.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/passwordfield.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

ReauthDialog::ReauthDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_notice(new NoticeBox(this))
    , m_password(new PasswordField(this))
    , m_submit(new QPushButton(tr("Sign in"), this))
{
    setObjectName(u"reauthDialog"_s);
    setWindowTitle(tr("Sign in again"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(400);

    auto *title = new QLabel(tr("Your session has ended"), this);
    title->setFont(Fonts::heading());
    auto *text
            = new QLabel(tr("Enter the password of %1 to go on. Nothing you have written is lost.")
                                 .arg(session.me().account.displayName),
                         this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *label = new QLabel(tr("&Password"), this);
    label->setBuddy(m_password);
    m_password->setObjectName(u"reauthPassword"_s);
    auto *signOut = new QPushButton(tr("Sign out…"), this);
    signOut->setObjectName(u"reauthSignOut"_s);
    signOut->setAutoDefault(false);
    m_submit->setObjectName(u"reauthSubmit"_s);
    m_submit->setDefault(true);
    connect(signOut, &QPushButton::clicked, this, &ReauthDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &ReauthDialog::submit);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::pageMargin);
    column->setSpacing(Metrics::gap);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_notice);
    column->addWidget(label);
    column->addWidget(m_password);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(signOut);
    buttons->addStretch();
    buttons->addWidget(m_submit);
    column->addSpacing(Metrics::gap);
    column->addLayout(buttons);
    m_password->setFocus();
    // Signed in in another way, or out: there is nothing left to ask.
    connect(&session, &Session::stateChanged, this, [this](Session::State state) {
        if (state != Session::State::Expired)
            done(QDialog::Accepted);
    });
}

void ReauthDialog::submit()
{
    if (m_password->text().isEmpty() || !m_submit->isEnabled())
        return;
    m_submit->setEnabled(false);
    m_session.reauthenticate(m_password->text(), this, [this](const Result<> &result) {
        m_submit->setEnabled(true);
        if (result)
            return;
        m_notice->showError(result.error());
        m_password->setFocus();
        m_password->selectAll();
    });
}

void ReauthDialog::reject()
{
    ConfirmDialog::ask(this,
                       {.title = tr("Sign out?"),
                        .text = tr("What the server has not received yet is not sent."),
                        .verb = tr("Sign out")},
                       [this](const Decision &decision) {
                           if (decision.accepted)
                               m_session.signOut();
                       });
}

} // namespace Deskbell::App
