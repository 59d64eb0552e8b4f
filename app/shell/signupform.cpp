// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/signupform.h"

#include "app/net/session.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/passwordfield.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

SignUpForm::SignUpForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_errors(new FormErrors(this))
    , m_notice(new NoticeBox(this))
    , m_username(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_displayName(new QLineEdit(this))
    , m_password(new PasswordField(this))
    , m_submit(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::unit);
    column->addWidget(m_notice);

    const struct
    {
        const char *field;
        QLineEdit *editor;
    } rows[] = {{"username", m_username},
                {"displayName", m_displayName},
                {"email", m_email},
                {"password", m_password}};
    int index = 0;
    for (const auto &row : rows) {
        const QString field = QString::fromLatin1(row.field);
        auto *label = new QLabel(this);
        label->setBuddy(row.editor);
        m_labels[index++] = label;
        row.editor->setObjectName(u"signUp-"_s + field);
        column->addSpacing(Metrics::gap);
        column->addWidget(label);
        column->addWidget(row.editor);
        column->addWidget(m_errors->add(field, row.editor));
        connect(row.editor, &QLineEdit::returnPressed, this, &SignUpForm::submit);
    }
    m_errors->setValidator([this] { return validate(draft()); });

    m_submit->setObjectName(u"createAccount"_s);
    m_submit->setMinimumHeight(36);
    setButtonLook(m_submit, ButtonLook::Primary);
    m_back->setObjectName(u"backToSignIn"_s);
    setButtonLook(m_back, ButtonLook::Quiet);
    column->addSpacing(Metrics::margin);
    column->addWidget(m_submit);
    column->addWidget(m_back);
    connect(m_submit, &QPushButton::clicked, this, &SignUpForm::submit);
    connect(m_back, &QPushButton::clicked, this, &SignUpForm::backWanted);
    retranslate();
}

SignUp SignUpForm::draft() const
{
    return {.username = m_username->text().trimmed(),
            .email = m_email->text().trimmed(),
            .displayName = m_displayName->text().trimmed(),
            .password = m_password->text()};
}

void SignUpForm::submit()
{
    if (!m_submit->isEnabled() || !m_errors->validateAll())
        return;
    m_submit->setEnabled(false);
    m_notice->clear();
    m_session.signUp(m_server, draft(), this, [this](const Result<> &result) {
        m_submit->setEnabled(true);
        if (result) {
            m_password->clear();
            return;
        }
        const bool hasFields = !result.error().fields.isEmpty();
        if (!hasFields || !m_errors->showErrors(result.error().fields).isEmpty())
            m_notice->showError(result.error());
        m_errors->focusFirst();
    });
}

void SignUpForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignUpForm::retranslate()
{
    m_labels[0]->setText(tr("&User name"));
    m_labels[1]->setText(tr("Your &name, as others see it"));
    m_labels[2]->setText(tr("&E-mail address"));
    m_labels[3]->setText(tr("&Password"));
    m_submit->setText(tr("Create account"));
    m_back->setText(tr("Back to sign-in"));
}

} // namespace Deskbell::App
