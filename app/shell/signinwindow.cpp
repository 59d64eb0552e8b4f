// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/signinwindow.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/signinform.h"
#include "app/shell/signupform.h"
#include "app/shell/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 360;
constexpr int emblemSize = 56;

} // namespace

SignInWindow::SignInWindow(AppContext &context)
    : m_signIn(new SignInForm(context.session, context.client.trust()))
    , m_signUp(new SignUpForm(context.session))
    , m_pages(new QStackedWidget)
    , m_title(new QLabel)
{
    setObjectName(u"signInWindow"_s);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_signUp);
    m_pages->setFixedWidth(formWidth);
    auto *icon = new QLabel;
    icon->setPixmap(
            QIcon(u":/app/deskbell.svg"_s).pixmap({emblemSize, emblemSize}, devicePixelRatioF()));
    m_title->setFont(Fonts::title());
    m_title->setTextFormat(Qt::PlainText);

    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(Metrics::gap);
    column->addStretch(2);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(Metrics::margin);
    column->addWidget(m_pages, 0, Qt::AlignHCenter);
    column->addStretch(3);

    // On a small screen, or with large text, everything can still be reached.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    resize(480, 620);

    connect(m_signIn, &SignInForm::signUpWanted, this, [this] {
        m_signUp->setServer(m_signIn->server());
        showPage(m_signUp);
    });
    connect(m_signUp, &SignUpForm::backWanted, this, [this] { showPage(m_signIn); });
    retranslate();
}

void SignInWindow::setServer(const ServerAddress &server)
{
    showPage(m_signIn);
    m_signIn->setServer(server);
}

void SignInWindow::showError(const Error &error)
{
    showPage(m_signIn);
    m_signIn->showError(error);
}

void SignInWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    retranslate();
}

void SignInWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_signIn->focusFirstEmpty();
}

void SignInWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInWindow::retranslate()
{
    const bool isSignUp = m_pages->currentWidget() == m_signUp;
    setWindowTitle(isSignUp ? tr("Create an account – Deskbell") : tr("Sign in – Deskbell"));
    m_title->setText(isSignUp ? tr("Create an account") : tr("Sign in to Deskbell"));
}

} // namespace Deskbell::App
