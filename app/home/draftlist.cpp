// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/draftlist.h"

#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/scrollpane.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int rowsAtOnce = 3; ///< the requests themselves need the room more

/// What it is called before it has a title.
QString nameOf(const RequestDraft &draft)
{
    const QString title = draft.title.simplified();
    return title.isEmpty() ? DraftList::tr("Without a title") : title;
}

} // namespace

DraftList::DraftList(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_rows(new QWidget)
    , m_column(new QVBoxLayout(m_rows))
{
    setObjectName(u"draftList"_s);
    m_title->setFont(Fonts::heading());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::unit);
    m_area = new ScrollPane(this);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus); // its buttons have it
    m_area->setWidget(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::margin, Metrics::margin, Metrics::margin, 0);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(m_title);
    layout->addWidget(m_area);
    connect(&context.drafts, &RequestDrafts::changed, this, &DraftList::showDrafts);
    connect(&Ticker::instance(), &Ticker::minutePassed, this, &DraftList::showDrafts);
    showDrafts();
}

void DraftList::showDrafts()
{
    m_title->setText(tr("Drafts"));
    // A button that has just been pressed must outlive that.
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const RequestDraft &draft : m_context.drafts.drafts())
        addRow(draft);
    const int rows = std::min(int(m_context.drafts.drafts().size()), rowsAtOnce);
    m_area->setFixedHeight(rows * (Metrics::controlHeight + Metrics::unit) + Metrics::unit);
    setVisible(rows > 0);
}

void DraftList::addRow(const RequestDraft &draft)
{
    auto *row = new QWidget(m_rows);
    row->setObjectName(u"draft"_s);
    const QString name = nameOf(draft);
    auto *title = new QLabel(row);
    title->setTextFormat(Qt::PlainText);
    title->setObjectName(u"draftTitle"_s);
    title->setText(name);
    title->setToolTip(name);
    title->setMinimumWidth(1); // cut off rather than pushing the buttons away
    QStringList facts;
    if (!draft.categoryName.isEmpty())
        facts.append(draft.categoryName);
    facts.append(TimeText::age(draft.savedAt, m_context.clock.now()));
    auto *line = new QLabel(facts.join(u" · "_s), row);
    line->setTextFormat(Qt::PlainText);
    line->setFont(Fonts::tabular(Fonts::small()));
    line->setForegroundRole(QPalette::PlaceholderText);
    auto *go = new QPushButton(Icons::icon(u"edit"), tr("Continue"), row);
    go->setObjectName(u"draftContinue"_s);
    go->setAccessibleName(tr("Continue the draft “%1”").arg(name));
    auto *drop = new QPushButton(Icons::icon(u"trash"), tr("Discard…"), row);
    drop->setObjectName(u"draftDiscard"_s);
    drop->setAccessibleName(tr("Discard the draft “%1”").arg(name));
    connect(go, &QPushButton::clicked, this, [this, draft] { Q_EMIT continued(draft); });
    connect(drop, &QPushButton::clicked, this, [this, draft] { discard(draft); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(title, 1);
    layout->addWidget(line);
    layout->addWidget(go);
    layout->addWidget(drop);
    m_column->addWidget(row);
}

void DraftList::discard(const RequestDraft &draft)
{
    const Question question{.title = tr("Discard “%1”?").arg(nameOf(draft)),
                            .text = tr("What you have written will be lost."),
                            .verb = tr("Discard draft")};
    ConfirmDialog::ask(this, question, [this, id = draft.id](const Decision &decision) {
        if (decision.accepted)
            m_context.drafts.discard(id);
    });
}

void DraftList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showDrafts();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
