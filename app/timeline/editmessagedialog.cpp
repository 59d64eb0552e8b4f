// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/editmessagedialog.h"

#include "app/widgets/formerrors.h"
#include "common/timeline/replydraft.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

EditMessageDialog::EditMessageDialog(const TimelineEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(entry.message, this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"editMessageDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(entry.isInternal ? tr("Edit note") : tr("Edit reply"));
    resize(520, 300);
    m_text->setObjectName(u"message"_s);
    m_text->setAccessibleName(tr("Message"));
    m_text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &EditMessageDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_errors->add(u"message"_s, m_text));
    layout->addWidget(buttons);
    m_errors->setValidator(
            [this] { return validate(ReplyDraft{.message = m_text->toPlainText().trimmed()}); });
}

void EditMessageDialog::save()
{
    if (!m_errors->validateAll())
        return;
    Q_EMIT messageAccepted(m_text->toPlainText().trimmed());
    accept();
}

} // namespace Deskbell::App
