// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"

#include "app/shell/mainwindow.h"
#include "app/shell/palettemodel.h"
#include "app/shell/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTimer>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr int paletteWidth = 620;
constexpr int paletteHeight = 420;
constexpr int paletteRowHeight = 32;
constexpr int fromTop = 72;

/// A line: the text with the letters that were typed in bold, then what it is, then its keys.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, paletteRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = Theme::tokens();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, tokens.selection);
        const bool rightToLeft = option.direction == Qt::RightToLeft;
        QRect free = option.rect.adjusted(Metrics::margin, 0, -Metrics::margin, 0);
        const auto atEnd = [&](const QString &text, const QColor &color, int room) {
            if (text.isEmpty())
                return;
            painter->setFont(Fonts::small());
            painter->setPen(color);
            const int width = std::max(room, painter->fontMetrics().horizontalAdvance(text)) + 1;
            const QRect place(rightToLeft ? free.left() : free.right() - width, free.top(), width,
                              free.height());
            painter->drawText(
                    place, int(Qt::AlignVCenter) | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight),
                    text);
            if (rightToLeft)
                free.setLeft(free.left() + width + Metrics::margin);
            else
                free.setRight(free.right() - width - Metrics::margin);
        };
        constexpr int hintRoom = 48;
        atEnd(index.data(PaletteModel::HintRole).toString(), tokens.muted, hintRoom);
        atEnd(index.data(PaletteModel::KeysRole).toString(), tokens.text, 0);
        paintText(painter, free, index, rightToLeft);
        painter->restore();
    }

private:
    static void paintText(QPainter *painter, const QRect &free, const QModelIndex &index,
                          bool rightToLeft)
    {
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        const QString text
                = QFontMetrics(Fonts::body())
                          .elidedText(index.data().toString(), Qt::ElideRight, free.width());
        QList<QTextLayout::FormatRange> formats;
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        bold.setForeground(Theme::tokens().accent);
        for (const int place : index.data(PaletteModel::PlacesRole).value<QList<int>>()) {
            if (place < text.size())
                formats.append({place, 1, bold});
        }
        QTextLayout layout(text, Fonts::body());
        QTextOption direction;
        direction.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(direction);
        layout.setFormats(formats);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(free.width());
        layout.endLayout();
        painter->setPen(enabled ? Theme::tokens().text : Theme::tokens().muted);
        layout.draw(painter,
                    {qreal(free.left()), free.top() + (free.height() - line.height()) / 2});
    }
};

} // namespace

void CommandPalette::open(AppContext &context, MainWindow &window)
{
    auto *palette = new CommandPalette(context, window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->QDialog::open();
}

CommandPalette::CommandPalette(AppContext &context, MainWindow &window)
    : QDialog(&window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(context, window, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Command palette"));
    const QSize room = window.size();
    resize(std::min(paletteWidth, room.width() - 2 * Metrics::pageMargin),
           std::min(paletteHeight, room.height() - 2 * fromTop));
    move(window.mapToGlobal(QPoint((room.width() - width()) / 2, fromTop)));

    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(windowTitle());
    m_field->setPlaceholderText(tr("An action, view, ticket or person"));
    m_field->setMinimumHeight(Metrics::controlHeight + Metrics::gap);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_wanted.clear();
        m_model->setTyped(typed);
    });
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::choose);
    choose();
    m_field->setFocus();
}

/// What one went to, as long as it is there; else the first that can be chosen.
void CommandPalette::choose()
{
    for (int row = 0; !m_wanted.isEmpty() && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(PaletteModel::IdRole).toString() == m_wanted) {
            m_list->setCurrentIndex(index);
            return m_list->scrollTo(index);
        }
    }
    m_list->setCurrentIndex({});
    step(1);
}

void CommandPalette::go(int rows)
{
    step(rows);
    m_wanted = m_list->currentIndex().data(PaletteModel::IdRole).toString();
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    const int direction = rows < 0 ? -1 : 1;
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + rows : 0;
    for (row = std::clamp(row, 0, count - 1); row >= 0 && row < count; row += direction) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.flags() & Qt::ItemIsSelectable) {
            m_list->setCurrentIndex(index);
            return m_list->scrollTo(index);
        }
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int page = std::max(1, m_list->viewport()->height() / paletteRowHeight - 1);
        switch (static_cast<const QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: go(1); return true;
        case Qt::Key_Up: go(-1); return true;
        case Qt::Key_PageDown: go(page); return true;
        case Qt::Key_PageUp: go(-page); return true;
        default: break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    const auto kind = PaletteModel::Kind(chosen.data(PaletteModel::KindRole).toInt());
    const QString id = chosen.data(PaletteModel::IdRole).toString();
    // Closed first: what is done then happens in the window, with the focus where it was.
    hide();
    QTimer::singleShot(0, this, [this, kind, id] {
        m_model->run(kind, id);
        close();
    });
}

} // namespace Deskbell::App
