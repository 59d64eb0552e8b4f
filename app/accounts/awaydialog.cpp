// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/awaydialog.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/style.h"
#include "app/shell/toolrow.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

AwayDialog::AwayDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_notice(new NoticeBox(this))
    , m_until(new QDateTimeEdit(this))
    , m_away(new QPushButton(tr("I am away"), this))
    , m_back(new QPushButton(tr("I am back"), this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"awayDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Away"));
    setMinimumWidth(380);
    m_until->setObjectName(u"awayUntil"_s);
    m_until->setCalendarPopup(true);
    m_away->setObjectName(u"awaySend"_s);
    m_back->setObjectName(u"awayBack"_s);
    setButtonLook(m_away, ButtonLook::Primary);
    const QDateTime now = context.clock.now();
    const Account &account = context.session.me().account;
    const QDateTime current = account.awayUntil;
    const bool away = account.isAwayAt(now);
    m_until->setDateTime(away ? current.toLocalTime()
                              : QDateTime(now.toLocalTime().date().addDays(1), QTime(8, 0)));
    if (away)
        m_notice->show(Tone::Amber,
                       tr("You are away until %1.").arg(TimeText::moment(current, now)));
    else
        m_notice->show(Tone::Slate, tr("While you are away, no ticket is given to you."),
                       tr("Name a stand-in for approvals in “My stand-ins”."));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    buttons->addButton(m_back, QDialogButtonBox::DestructiveRole);
    buttons->addButton(m_away, QDialogButtonBox::AcceptRole);
    m_back->setVisible(away); // adding it has shown it
    connect(m_away, &QPushButton::clicked, this, [this] {
        if (m_errors->validateAll())
            send(m_until->dateTime().toUTC());
    });
    connect(m_back, &QPushButton::clicked, this, [this] { send({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_notice);
    form->addRow(tr("Away &until"), m_until);
    form->addRow({}, m_errors->add(u"awayUntil"_s, m_until));
    form->addRow(buttons);
    m_errors->setValidator([this]() -> QList<FieldError> {
        if (m_until->dateTime().toUTC() > m_context.clock.now())
            return {};
        return {{.field = u"awayUntil"_s, .key = "past"}};
    });
}

void AwayDialog::send(const QDateTime &until)
{
    m_away->setEnabled(false);
    m_back->setEnabled(false);
    m_context.client.send(Api::Request::patch(u"/me"_s, toJson(MePatch{.awayUntil = until})), this,
                          [this](const Result<Api::Answer> &answer) {
                              m_away->setEnabled(true);
                              m_back->setEnabled(true);
                              if (answer) {
                                  m_context.session.reloadAccount();
                                  accept();
                                  return;
                              }
                              const QList<FieldError> others
                                      = m_errors->showErrors(answer.error().fields);
                              if (answer.error().fields.isEmpty() || !others.isEmpty())
                                  m_notice->showError(answer.error());
                          });
}

void installAway(Registry &registry)
{
    registry.onWindow([](AppContext &context, MainWindow &window) {
        window.toolRow().addAccountAction(window.actions().add(
                {.id = u"account.away"_s,
                 .text = [] { return QCoreApplication::translate("AwayDialog", "I am &away…"); },
                 .menu = MenuPlace::File,
                 .section = 2,
                 .icon = u"clock"_s},
                &window, [&context, &window] { (new AwayDialog(context, &window))->open(); }));
    });
}

} // namespace Deskbell::App
