// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/toolrow.h"

#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/avatar.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QAction>
#include <QBoxLayout>
#include <QIconEngine>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 44;
constexpr int widestSearch = 560;

/// A person's round initials as an icon that follows the theme.
class AvatarIcon final : public QIconEngine
{
public:
    explicit AvatarIcon(const QString &name)
        : m_name(name)
    {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        AvatarPainter::paint(painter, rect, m_name);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, {{}, size}, mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new AvatarIcon(*this); }

private:
    QString m_name;
};

} // namespace

ToolRow::ToolRow(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_main(new QPushButton(this))
    , m_search(new SearchField(this))
    , m_account(new QToolButton(this))
    , m_accountMenu(new QMenu(m_account))
{
    setFixedHeight(rowHeight);
    m_main->setObjectName(u"mainAction"_s);
    setButtonLook(m_main, ButtonLook::Primary);
    m_main->hide();
    m_search->setObjectName(u"globalSearch"_s);
    m_search->setMaximumWidth(widestSearch);
    m_search->setMinimumWidth(160);
    m_account->setObjectName(u"accountButton"_s);
    m_account->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_account->setIconSize({Metrics::avatar, Metrics::avatar});
    m_account->setPopupMode(QToolButton::InstantPopup);
    m_account->setMenu(m_accountMenu);
    setButtonLook(m_account, ButtonLook::Normal);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Metrics::margin, 0, Metrics::margin, 1);
    m_row->setSpacing(Metrics::gap);
    m_row->addWidget(m_main);
    m_row->addStretch(1);
    m_row->addWidget(m_search, 4);
    m_row->addStretch(1);
    m_row->addWidget(m_account);

    connect(&context.session, &Session::accountChanged, this, &ToolRow::accountChanged);
    connect(&Ticker::instance(), &Ticker::minutePassed, this, &ToolRow::accountChanged);
    accountChanged();
    retranslate();
}

void ToolRow::setMainAction(QAction *action)
{
    const auto follow = [this, action] {
        m_main->setText(action->text());
        m_main->setToolTip(action->toolTip());
        m_main->setEnabled(action->isEnabled());
        m_main->setVisible(action->isVisible());
    };
    m_main->setIcon(Icons::icon(u"plus", Icons::Ink::OnAccent));
    connect(action, &QAction::changed, m_main, follow);
    connect(m_main, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void ToolRow::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->indexOf(m_account), tool);
}

void ToolRow::addAccountAction(QAction *action)
{
    m_accountMenu->addAction(action);
}

void ToolRow::accountChanged()
{
    const Account &account = m_context.session.me().account;
    const QDateTime now = m_context.clock.now();
    const bool away = account.isAwayAt(now);
    const QString name = away ? tr("%1 (away)").arg(account.displayName) : account.displayName;
    m_account->setText(name);
    m_account->setIcon(QIcon(new AvatarIcon(account.displayName)));
    m_account->setToolTip(away ? tr("Away until %1").arg(TimeText::moment(account.awayUntil, now))
                               : account.email);
    m_account->setAccessibleName(tr("Account: %1").arg(name));
}

void ToolRow::retranslate()
{
    m_search->setPlaceholderText(tr("Search tickets"));
    m_search->setAccessibleName(tr("Search tickets"));
    accountChanged();
}

void ToolRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, height() - 1, width(), 1, t.border);
}

} // namespace Deskbell::App
