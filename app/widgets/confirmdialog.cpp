// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/confirmdialog.h"

#include "app/shell/style.h"
#include "app/shell/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

ConfirmDialog::Answerer theAnswerer;

} // namespace

void ConfirmDialog::setAnswerer(Answerer answerer)
{
    theAnswerer = std::move(answerer);
}

void ConfirmDialog::ask(QWidget *parent, const Question &question,
                        std::function<void(const Decision &)> callback)
{
    if (theAnswerer) {
        const Decision decision = theAnswerer(question);
        QTimer::singleShot(0, parent,
                           [decision, callback = std::move(callback)] { callback(decision); });
        return;
    }
    auto *dialog = new ConfirmDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, parent,
            [dialog, callback = std::move(callback)](int result) {
                callback({.accepted = result == QDialog::Accepted, .reason = dialog->reason()});
            });
    dialog->open();
}

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(question.title);
    setMinimumWidth(400);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::pageMargin);
    column->setSpacing(Metrics::gap);
    auto *title = new QLabel(question.title, this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Fonts::heading());
    title->setWordWrap(true);
    auto *text = new QLabel(question.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setVisible(!question.text.isEmpty());
    column->addWidget(title);
    column->addWidget(text);

    auto *accept = new QPushButton(question.verb, this);
    accept->setObjectName(u"confirmAccept"_s);
    accept->setAutoDefault(false);
    setButtonLook(accept, question.destructive ? ButtonLook::Danger : ButtonLook::Primary);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);

    if (!question.reasonLabel.isEmpty()) {
        auto *label = new QLabel(question.reasonLabel, this);
        m_reason = new QPlainTextEdit(this);
        m_reason->setObjectName(u"confirmReason"_s);
        m_reason->setTabChangesFocus(true);
        m_reason->setFixedHeight(88);
        label->setBuddy(m_reason);
        column->addSpacing(Metrics::unit);
        column->addWidget(label);
        column->addWidget(m_reason);
        if (question.reasonNeeded) {
            accept->setEnabled(false);
            connect(m_reason, &QPlainTextEdit::textChanged, this,
                    [this, accept] { accept->setEnabled(!reason().isEmpty()); });
        }
    }

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"confirmCancel"_s);
    // Return on a question that destroys does nothing harmful.
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    column->addSpacing(Metrics::gap);
    column->addLayout(buttons);
    if (m_reason)
        m_reason->setFocus();
    else
        cancel->setFocus();
}

QString ConfirmDialog::reason() const
{
    return m_reason ? m_reason->toPlainText().trimmed() : QString();
}

} // namespace Deskbell::App
