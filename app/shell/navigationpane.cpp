// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigationpane.h"

#include "app/shell/icons.h"
#include "app/shell/navigationmodel.h"
#include "app/shell/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int entryHeight = 28;
constexpr int titleHeight = 32;
constexpr int sideMargin = 8;
constexpr int iconSize = 16;

class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool isTitle = index.data(NavigationModel::IsTitleRole).toBool();
        return {120, isTitle ? titleHeight : entryHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(NavigationModel::IsTitleRole).toBool())
            paintTitle(painter, option, index);
        else
            paintEntry(painter, option, index);
        painter->restore();
    }

private:
    static void paintTitle(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
    {
        QFont font = Fonts::caption();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(Theme::tokens().faint);
        painter->drawText(option.rect.adjusted(sideMargin + 10, 0, -sideMargin, -4),
                          int(Qt::AlignBottom)
                                  | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          index.data().toString());
    }

    static void paintEntry(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
    {
        const Tokens &t = Theme::tokens();
        const QRect box = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? t.selection : t.hover);
            painter->drawRoundedRect(box, Metrics::radius, Metrics::radius);
        }
        if (selected && (option.state & QStyle::State_HasFocus)) {
            painter->setPen(QPen(t.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75),
                                     Metrics::radius, Metrics::radius);
        }
        const auto placed = [&](int left, int width) {
            return QStyle::visualRect(option.direction, box,
                                      QRect(box.left() + left, box.top(), width, box.height()));
        };
        int textLeft = 10;
        if (const QString icon = index.data(NavigationModel::IconRole).toString();
            !icon.isEmpty()) {
            const QRect place = placed(10, iconSize);
            painter->drawPixmap(place.left(), place.top() + (place.height() - iconSize) / 2,
                                Icons::pixmap(icon, iconSize, selected ? t.link : t.muted,
                                              painter->device()->devicePixelRatioF()));
            textLeft = 10 + iconSize + 8;
        }
        int textRight = box.width() - 10;
        if (const int count = index.data(NavigationModel::CounterRole).toInt(); count >= 0) {
            const bool hot = index.data(NavigationModel::HotRole).toBool() && count > 0;
            painter->setFont(Fonts::tabular(selected || hot ? Fonts::bodyBold() : Fonts::body()));
            painter->setPen(hot ? t.danger : selected ? t.text : t.muted);
            const QString text = NavigationModel::counterText(
                    count, index.data(NavigationModel::MoreRole).toBool());
            const int width = painter->fontMetrics().horizontalAdvance(text) + 1;
            painter->drawText(placed(box.width() - 10 - width, width), Qt::AlignCenter, text);
            textRight -= width + 8;
        }
        painter->setFont(selected ? Fonts::bodyBold() : Fonts::body());
        painter->setPen(t.text);
        painter->drawText(placed(textLeft, textRight - textLeft),
                          int(Qt::AlignVCenter)
                                  | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            textRight - textLeft));
    }
};

} // namespace

NavigationPane::NavigationPane(QWidget *parent)
    : QListView(parent)
    , m_model(new NavigationModel(this))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Views"));
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMinimumWidth(160);
    viewport()->setBackgroundRole(QPalette::NoRole);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QString id = current.data(NavigationModel::IdRole).toString();
                if (!id.isEmpty() && !m_quiet)
                    Q_EMIT entryChosen(id);
            });
    // Assistive technology selects, and does not move the cursor.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (!selected.isEmpty() && !m_quiet)
                    setCurrentIndex(selected.first().topLeft());
            });
    // Clicking the current entry again leads back to it, from a page that was opened meanwhile.
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(NavigationModel::IdRole).toString(); !id.isEmpty())
            Q_EMIT entryChosen(id);
    });
}

void NavigationPane::setEntries(const QList<EntrySpec> &entries)
{
    const QString current = currentEntry();
    m_quiet = true;
    m_model->setEntries(entries);
    m_quiet = false;
    setCurrentEntry(current);
}

void NavigationPane::setCounter(const QString &entryId, int count, Urgency urgency, bool more)
{
    m_model->setCounter(entryId, count, urgency, more);
}

int NavigationPane::counter(const QString &entryId) const
{
    return m_model->counter(entryId);
}

void NavigationPane::setCurrentEntry(const QString &entryId)
{
    m_quiet = true;
    setCurrentIndex(m_model->indexOf(entryId));
    m_quiet = false;
}

QString NavigationPane::currentEntry() const
{
    return currentIndex().data(NavigationModel::IdRole).toString();
}

QString NavigationPane::neighbour(int step) const
{
    for (int row = currentIndex().row() + step; row >= 0 && row < m_model->rowCount();
         row += step) {
        const QString id = m_model->index(row).data(NavigationModel::IdRole).toString();
        if (!id.isEmpty())
            return id;
    }
    return {};
}

void NavigationPane::retranslate()
{
    setAccessibleName(tr("Views"));
    m_model->retranslate();
}

void NavigationPane::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), Theme::tokens().side);
    QListView::paintEvent(event);
}

} // namespace Deskbell::App
