// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationpanel.h"

#include "app/notifications/notificationcenter.h"
#include "app/notifications/notificationrowdelegate.h"
#include "app/shell/appcontext.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/stateview.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr QSize panelSize{420, 520};

} // namespace

NotificationPanel::NotificationPanel(AppContext &context, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_center(context.notifications)
    , m_title(new QLabel(this))
    , m_markAll(new QPushButton(this))
    , m_settings(new QPushButton(this))
    , m_list(new QListView)
{
    setObjectName(u"notificationPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    resize(panelSize);
    m_state = new StateView(m_list, this);
    m_title->setFont(Fonts::heading());
    m_title->setContentsMargins(Metrics::margin, 0, 0, 0);
    m_markAll->setObjectName(u"markAllRead"_s);
    m_settings->setObjectName(u"notificationSettings"_s);
    for (QPushButton *button : {m_markAll, m_settings})
        setButtonLook(button, ButtonLook::Quiet);
    m_list->setObjectName(u"notificationList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setModel(&m_center.model());
    m_list->setItemDelegate(new NotificationRowDelegate(context.clock, m_list));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, Metrics::gap, Metrics::gap, Metrics::gap);
    head->addWidget(m_title, 1);
    head->addWidget(m_markAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_settings, 0, Qt::AlignRight);

    connect(m_markAll, &QPushButton::clicked, &m_center, &NotificationCenter::markAllRead);
    connect(m_settings, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT settingsRequested();
    });
    connect(m_list, &QListView::clicked, this, &NotificationPanel::choose);
    connect(m_list, &QListView::activated, this, &NotificationPanel::choose);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_list->verticalScrollBar()->maximum() - m_list->height())
            m_center.fetchOlder();
    });
    connect(m_state, &StateView::retryRequested, &m_center, &NotificationCenter::refresh);
    connect(&m_center, &NotificationCenter::stateChanged, this, &NotificationPanel::showState);
    connect(&m_center, &NotificationCenter::unreadChanged, this, &NotificationPanel::showState);
    retranslate();
}

void NotificationPanel::showState()
{
    m_markAll->setEnabled(m_center.unread() > 0);
    if (m_center.model().rowCount() > 0) {
        m_state->showContent();
        return;
    }
    switch (m_center.state()) {
    case NotificationCenter::State::Loading: m_state->showLoading(); break;
    case NotificationCenter::State::Failed:
        m_state->showError(tr("The notifications could not be loaded"), m_center.error());
        break;
    case NotificationCenter::State::Ready:
        m_state->showEmpty(tr("Nothing to tell you"),
                           tr("Answers, mentions and what is assigned to you appear here."), {},
                           u"bell"_s);
        break;
    }
}

void NotificationPanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString number = m_center.model().newestAt(index.row()).ticket.number;
    hide();
    Q_EMIT ticketChosen(number);
}

void NotificationPanel::retranslate()
{
    setAccessibleName(tr("Notifications"));
    m_title->setText(tr("Notifications"));
    m_list->setAccessibleName(tr("Notifications"));
    m_markAll->setText(tr("Mark all as read"));
    m_settings->setText(tr("What I want to be told…"));
    showState();
}

void NotificationPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!m_list->currentIndex().isValid() && m_center.model().rowCount() > 0)
        m_list->setCurrentIndex(m_center.model().index(0));
    m_list->setFocus();
}

void NotificationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace Deskbell::App
