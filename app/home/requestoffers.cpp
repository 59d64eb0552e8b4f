// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/requestoffers.h"

#include "app/desks/choices.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/scrollpane.h"
#include "app/widgets/stateview.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int largeButton = 44;

} // namespace

RequestOffers::RequestOffers(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_new(new QPushButton(Icons::icon(u"plus", Icons::Ink::OnAccent), {}, this))
    , m_cards(new QWidget)
    , m_column(new QVBoxLayout(m_cards))
{
    setObjectName(u"requestOffers"_s);
    m_title->setFont(Fonts::heading());
    m_new->setObjectName(u"homeNewRequest"_s);
    m_new->setFont(Fonts::heading());
    m_new->setMinimumHeight(largeButton);
    m_new->setDefault(true);
    setFocusProxy(m_new);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::unit);
    auto *area = new ScrollPane;
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // its cards have it
    area->setWidget(m_cards);
    m_state = new StateView(area, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::margin,
                               Metrics::margin);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(m_title);
    layout->addWidget(m_new);
    layout->addWidget(m_state, 1);
    connect(m_new, &QPushButton::clicked, this, &RequestOffers::requestWanted);
    connect(m_state, &StateView::retryRequested, this, &RequestOffers::load);
    retranslate();
}

void RequestOffers::load()
{
    if (!m_loaded)
        m_state->showLoading();
    fetchDesks(m_context, this, [this](const Result<QList<Desk>> &desks) {
        if (!desks)
            return failed(desks.error());
        m_desks = *desks;
        fetchCategories(m_context, {}, this, [this](const Result<QList<Category>> &categories) {
            if (!categories)
                return failed(categories.error());
            m_loaded = true;
            showCards(*categories);
        });
    });
}

void RequestOffers::failed(const Error &error)
{
    if (!m_loaded)
        m_state->showError(tr("What you can ask for could not be loaded"), error);
}

void RequestOffers::showCards(const QList<Category> &categories)
{
    const bool differ = m_categories != categories || m_column->isEmpty();
    m_categories = categories;
    if (m_desks.isEmpty()) {
        m_state->showEmpty(tr("No desk takes requests from you"),
                           tr("Ask an administrator to let you in."));
        return;
    }
    m_state->showContent();
    if (!differ)
        return;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Desk &desk : std::as_const(m_desks)) {
        const bool isFirst = m_column->isEmpty();
        bool titled = m_desks.size() == 1;
        for (const Category &category : categories) {
            if (category.desk.id != desk.id)
                continue;
            if (!titled) {
                auto *title = new QLabel(desk.name, m_cards);
                title->setTextFormat(Qt::PlainText);
                title->setFont(Fonts::bodyBold());
                title->setContentsMargins(0, isFirst ? 0 : Metrics::margin, 0, 0);
                m_column->addWidget(title);
                titled = true;
            }
            auto *card = new QCommandLinkButton(category.name, category.description, m_cards);
            card->setObjectName(u"offer"_s);
            card->setIcon(Icons::icon(u"ticket", Icons::Ink::Accent));
            card->setAccessibleDescription(category.description);
            connect(card, &QCommandLinkButton::clicked, this,
                    [this, desk, category] { Q_EMIT categoryChosen(desk, category); });
            m_column->addWidget(card);
        }
    }
    m_column->addStretch();
}

void RequestOffers::retranslate()
{
    m_title->setText(tr("What do you need?"));
    m_new->setText(tr("&New request"));
    if (m_loaded)
        showCards(m_categories);
}

void RequestOffers::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
