// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/signinform.h"

#include "app/net/session.h"
#include "app/net/truststore.h"
#include "app/shell/certificatebox.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/passwordfield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

SignInForm::SignInForm(Session &session, TrustStore &trust, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_trust(trust)
    , m_notice(new NoticeBox(this))
    , m_certificate(new CertificateBox(this))
    , m_serverLabel(new QLabel(this))
    , m_server(new QComboBox(this))
    , m_serverNote(new QLabel(this))
    , m_userLabel(new QLabel(this))
    , m_user(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new PasswordField(this))
    , m_keep(new QCheckBox(this))
    , m_submit(new QPushButton(this))
    , m_signUp(new QPushButton(this))
{
    m_notice->setObjectName(u"signInNotice"_s);
    m_server->setObjectName(u"server"_s);
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->lineEdit()->setObjectName(u"serverLine"_s);
    m_server->lineEdit()->setPlaceholderText(u"desk.example.com"_s);
    m_serverNote->setObjectName(u"serverNote"_s);
    m_serverNote->setTextFormat(Qt::PlainText);
    m_serverNote->setFont(Fonts::small());
    m_serverNote->setForegroundRole(QPalette::PlaceholderText);
    m_serverNote->hide();
    m_user->setObjectName(u"user"_s);
    m_password->setObjectName(u"password"_s);
    m_keep->setObjectName(u"keep"_s);
    m_keep->setChecked(true);
    m_submit->setObjectName(u"signIn"_s);
    m_submit->setMinimumHeight(36);
    setButtonLook(m_submit, ButtonLook::Primary);
    m_signUp->setObjectName(u"signUp"_s);
    setButtonLook(m_signUp, ButtonLook::Quiet);
    m_signUp->hide();
    m_serverLabel->setBuddy(m_server);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::unit);
    column->addWidget(m_notice);
    column->addWidget(m_certificate);
    column->addSpacing(Metrics::gap);
    column->addWidget(m_serverLabel);
    column->addWidget(m_server);
    column->addWidget(m_serverNote);
    column->addSpacing(Metrics::gap);
    column->addWidget(m_userLabel);
    column->addWidget(m_user);
    column->addSpacing(Metrics::gap);
    column->addWidget(m_passwordLabel);
    column->addWidget(m_password);
    column->addSpacing(Metrics::gap);
    column->addWidget(m_keep);
    column->addSpacing(Metrics::margin);
    column->addWidget(m_submit);
    column->addWidget(m_signUp);

    const QList<ServerAddress> known = m_session.knownServers();
    for (const ServerAddress &one : known)
        m_server->addItem(one.display());
    if (!known.isEmpty())
        m_user->setText(m_session.lastUser(known.first()));

    connect(m_server->lineEdit(), &QLineEdit::editingFinished, this, &SignInForm::lookAtServer);
    connect(m_server, &QComboBox::activated, this, [this] {
        m_user->setText(m_session.lastUser(server()));
        lookAtServer();
    });
    for (QLineEdit *line : {m_server->lineEdit(), m_user, static_cast<QLineEdit *>(m_password)})
        connect(line, &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_submit, &QPushButton::clicked, this, &SignInForm::submit);
    connect(m_signUp, &QPushButton::clicked, this, &SignInForm::signUpWanted);
    connect(m_certificate, &CertificateBox::accepted, this, [this](const QString &fingerprint) {
        m_trust.accept(server(), fingerprint);
        m_certificate->hide();
        m_notice->clear();
        m_looked.clear();
        if (m_user->text().isEmpty() || m_password->text().isEmpty())
            lookAtServer();
        else
            submit();
    });
    retranslate();
    lookAtServer();
}

ServerAddress SignInForm::server() const
{
    return ServerAddress::parse(m_server->currentText()).value_or(ServerAddress());
}

void SignInForm::setServer(const ServerAddress &server)
{
    m_server->setCurrentText(server.display());
    m_user->setText(m_session.lastUser(server));
    lookAtServer();
}

void SignInForm::focusFirstEmpty()
{
    if (m_server->currentText().isEmpty())
        m_server->setFocus();
    else if (m_user->text().isEmpty())
        m_user->setFocus();
    else
        m_password->setFocus();
}

void SignInForm::lookAtServer()
{
    const QString typed = m_server->currentText().trimmed();
    if (typed == m_looked || m_busy)
        return;
    m_looked = typed;
    m_signUp->hide();
    m_serverNote->hide();
    const Result<ServerAddress> address = ServerAddress::parse(typed);
    if (typed.isEmpty() || !address)
        return;
    m_session.probe(*address, this, [this, typed](const Result<ServerInfo> &info) {
        // Only what is still typed counts; failures are told at sign-in, or now for a certificate.
        if (m_server->currentText().trimmed() != typed || m_busy)
            return;
        if (info) {
            showServer(*info);
            m_notice->clear();
            m_certificate->hide();
        } else if (info.error().key.startsWith("tls.")) {
            showError(info.error());
        }
    });
}

void SignInForm::showServer(const ServerInfo &info)
{
    m_serverNote->setText(tr("%1 · version %2").arg(info.name, info.version));
    m_serverNote->show();
    m_signUp->setVisible(info.signUp);
}

void SignInForm::submit()
{
    if (m_busy)
        return;
    const Result<ServerAddress> address = ServerAddress::parse(m_server->currentText());
    if (!address) {
        showError(address.error());
        m_server->setFocus();
        return;
    }
    if (m_user->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_notice->show(Tone::Amber, tr("Enter your user name and password."));
        focusFirstEmpty();
        return;
    }
    setBusy(true);
    m_session.signIn(*address, m_user->text().trimmed(), m_password->text(),
                     m_keep->isChecked() ? Session::Keep::InKeychain : Session::Keep::No, this,
                     [this](const Result<> &result) {
                         setBusy(false);
                         if (result) {
                             m_password->clear();
                             m_notice->clear();
                         } else {
                             showError(result.error());
                             m_password->setFocus();
                             m_password->selectAll();
                         }
                     });
}

void SignInForm::showError(const Error &error)
{
    m_notice->showError(error);
    if (error.key == "tls.untrusted" || error.key == "tls.changed")
        m_certificate->showCertificate(error);
    else
        m_certificate->hide();
}

void SignInForm::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_server, m_user, m_password, m_keep,
                                                            m_submit, m_signUp, m_certificate}) {
        widget->setEnabled(!busy);
    }
    retranslate();
}

void SignInForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInForm::retranslate()
{
    m_serverLabel->setText(tr("S&erver"));
    m_userLabel->setText(tr("&User name or e-mail address"));
    m_passwordLabel->setText(tr("&Password"));
    m_keep->setText(tr("&Keep me signed in"));
    m_submit->setText(m_busy ? tr("Signing in…") : tr("Sign in"));
    m_signUp->setText(tr("Create an account"));
    // The line is what has the focus; its box is not told.
    m_server->setAccessibleName(tr("Server"));
    m_server->lineEdit()->setAccessibleName(tr("Server"));
}

} // namespace Deskbell::App
