// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationsettingsform.h"

#include "app/notifications/notificationcenter.h"
#include "app/notifications/notificationtext.h"
#include "app/shell/appcontext.h"
#include "app/shell/settings.h"
#include "app/shell/theme.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/stateview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSystemTrayIcon>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

NotificationSettingsForm::NotificationSettingsForm(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_fault(new NoticeBox(this))
    , m_grid(new QGridLayout)
    , m_inAppTitle(new QLabel(this))
    , m_desktopTitle(new QLabel(this))
    , m_quiet(new QCheckBox(this))
    , m_from(new QTimeEdit(this))
    , m_between(new QLabel(this))
    , m_to(new QTimeEdit(this))
    , m_keepInTray(new QCheckBox(this))
{
    setObjectName(u"notificationSettingsForm"_s);
    m_quiet->setObjectName(u"quietHours"_s);
    m_from->setObjectName(u"quietFrom"_s);
    m_to->setObjectName(u"quietTo"_s);
    m_keepInTray->setObjectName(u"keepInTray"_s);
    for (QLabel *title : {m_inAppTitle, m_desktopTitle}) {
        title->setFont(Fonts::caption());
        title->setForegroundRole(QPalette::PlaceholderText);
    }
    m_grid->setHorizontalSpacing(Metrics::pageMargin);
    m_grid->setVerticalSpacing(Metrics::unit);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_inAppTitle, 0, 1, Qt::AlignHCenter);
    m_grid->addWidget(m_desktopTitle, 0, 2, Qt::AlignHCenter);
    for (const NotificationRow &row : WireEnum<NotificationKind>::names) {
        const NotificationKind kind = row.value;
        const QString name = toWire(kind);
        const Choice choice{.name = new QLabel(this),
                            .inApp = new QCheckBox(this),
                            .onDesktop = new QCheckBox(this)};
        choice.name->setTextFormat(Qt::PlainText);
        choice.inApp->setObjectName(u"inApp."_s + name);
        choice.onDesktop->setObjectName(u"onDesktop."_s + name);
        const int line = m_grid->rowCount();
        m_grid->addWidget(choice.name, line, 0);
        m_grid->addWidget(choice.inApp, line, 1, Qt::AlignHCenter);
        m_grid->addWidget(choice.onDesktop, line, 2, Qt::AlignHCenter);
        for (QCheckBox *box : {choice.inApp, choice.onDesktop})
            connect(box, &QCheckBox::clicked, this, [this, kind] { choose(kind); });
        m_choices.insert(kind, choice);
    }

    auto *hours = new QHBoxLayout;
    hours->setSpacing(Metrics::gap);
    hours->addWidget(m_quiet);
    hours->addWidget(m_from);
    hours->addWidget(m_between);
    hours->addWidget(m_to);
    hours->addStretch();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, Metrics::margin, 0, 0);
    column->setSpacing(Metrics::margin);
    column->addLayout(m_grid);
    column->addLayout(hours);
    column->addWidget(m_fault);
    column->addStretch();
    m_state = new StateView(content, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_state, 1);
    outer->addWidget(m_keepInTray);

    connect(m_quiet, &QCheckBox::clicked, this, &NotificationSettingsForm::changeQuietHours);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::editingFinished, this,
                &NotificationSettingsForm::changeQuietHours);
    m_keepInTray->setChecked(context.settings.value(Keys::keepInTray));
    m_keepInTray->setVisible(QSystemTrayIcon::isSystemTrayAvailable());
    connect(m_keepInTray, &QCheckBox::toggled, this,
            [this](bool on) { m_context.settings.set(Keys::keepInTray, on); });
    connect(m_state, &StateView::retryRequested, this, &NotificationSettingsForm::load);
    retranslate();
    load();
}

void NotificationSettingsForm::load()
{
    m_state->showLoading();
    m_context.notifications.loadSettings(this, [this](const Result<NotificationSettings> &answer) {
        if (!answer) {
            m_state->showError(tr("The settings could not be loaded"), answer.error());
            return;
        }
        showSettings(*answer);
        m_state->showContent();
    });
}

void NotificationSettingsForm::showSettings(const NotificationSettings &settings)
{
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        const NotificationChoice chosen = settings.choice(choice.key());
        choice->inApp->setChecked(chosen.inApp);
        choice->onDesktop->setChecked(chosen.onDesktop);
        choice->onDesktop->setEnabled(chosen.inApp);
    }
    m_quiet->setChecked(settings.quietHours.enabled);
    m_from->setTime(settings.quietHours.from);
    m_to->setTime(settings.quietHours.to);
    for (QWidget *one : {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to)})
        one->setEnabled(settings.quietHours.enabled);
}

void NotificationSettingsForm::choose(NotificationKind kind)
{
    const Choice &choice = m_choices[kind];
    const bool inApp = choice.inApp->isChecked();
    // What is shown on the desktop is in the list as well.
    store({.choices = {{.kind = kind,
                        .inApp = inApp,
                        .onDesktop = inApp && choice.onDesktop->isChecked()}}});
}

void NotificationSettingsForm::changeQuietHours()
{
    const QuietHours hours{
            .enabled = m_quiet->isChecked(), .from = m_from->time(), .to = m_to->time()};
    if (hours != m_context.notifications.settings().quietHours)
        store({.quietHours = hours});
}

void NotificationSettingsForm::store(const NotificationSettingsPatch &patch)
{
    m_fault->clear();
    m_context.notifications.changeSettings(
            patch, this, [this](const Result<NotificationSettings> &answer) {
                if (!answer)
                    m_fault->showError(answer.error());
                showSettings(answer ? *answer : m_context.notifications.settings());
            });
}

void NotificationSettingsForm::retranslate()
{
    m_inAppTitle->setText(tr("In the list"));
    m_desktopTitle->setText(tr("On the desktop"));
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        const QString name = NotificationText::kind(choice.key());
        choice->name->setText(name);
        choice->inApp->setAccessibleName(tr("%1: in the list").arg(name));
        choice->onDesktop->setAccessibleName(tr("%1: on the desktop").arg(name));
    }
    m_quiet->setText(tr("&Quiet on the desktop from"));
    m_between->setText(tr("to"));
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    m_keepInTray->setText(tr("Stay in the &tray when the last window is closed"));
}

void NotificationSettingsForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
