// SPDX-License-Identifier: GPL-3.0-or-later
// One class and long: a QProxyStyle is asked for every control, and how each is drawn stands below.
#include "app/shell/style.h"

#include "app/shell/stylepaint.h"
#include "app/shell/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

using namespace StylePaint;

namespace {

/// Of lists and text areas: their square content fits into the curve within a frame of two pixels.
constexpr int areaRadius = 5;
constexpr int areaFrame = 2;

/// Focus that came by the keyboard.
bool showsFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus)
           && (option->state & QStyle::State_KeyboardFocusChange);
}

bool isFaulty(const QWidget *widget)
{
    return widget && widget->property("faulty").toBool();
}

} // namespace

Style::Style()
    : QProxyStyle(u"fusion"_s)
{}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = Theme::tokens();
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter, widget); return;
    case PE_FrameDefaultButton: return;
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On | State_Raised)
            || lookOf(widget, option) != ButtonLook::Normal) {
            const bool framed = hasLook(widget);
            const Paint paint
                    = buttonPaint(option, framed ? lookOf(widget, option) : ButtonLook::Quiet);
            roundedBox(painter, option->rect, Metrics::radius, paint.fill, paint.line);
        }
        return;
    case PE_FrameLineEdit: drawField(option, painter, isFaulty(widget)); return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, isFaulty(widget));
        return;
    }
    case PE_FrameFocusRect: {
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            painter->save();
            painter->setPen(t.accent);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        }
        const bool isButton = qobject_cast<const QAbstractButton *>(widget);
        focusRing(painter,
                  isButton ? QRectF(option->rect) : QRectF(option->rect.adjusted(-1, -1, 1, 1)),
                  Metrics::radius);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(option, painter, false); return;
    case PE_IndicatorRadioButton: drawCheck(option, painter, true); return;
    case PE_Frame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->frameShape == QFrame::NoFrame)
            return;
        const bool focus = (option->state & State_HasFocus)
                           && (widget && widget->inherits("QAbstractScrollArea"));
        const bool faulty = isFaulty(widget);
        roundedBox(painter, option->rect, Metrics::radius, Qt::transparent,
                   faulty  ? t.danger
                   : focus ? t.accent
                           : t.control,
                   focus || faulty ? 1.5 : 1);
        return;
    }
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->save();
        painter->setPen(t.control);
        painter->setBrush(element == PE_PanelMenu ? QBrush(t.base) : QBrush(Qt::NoBrush));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.base);
        painter->save();
        painter->setPen(t.control);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, t.window);
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)), t.border);
        return;
    case PE_FrameStatusBarItem: return;
    case PE_IndicatorArrowDown:
        chevron(painter, QRectF(option->rect).center(), Qt::DownArrow,
                isEnabled(option) ? t.muted : t.faint);
        return;
    case PE_IndicatorArrowUp:
        chevron(painter, QRectF(option->rect).center(), Qt::UpArrow,
                isEnabled(option) ? t.muted : t.faint);
        return;
    case PE_IndicatorArrowRight:
        chevron(painter, QRectF(option->rect).center(), Qt::RightArrow,
                isEnabled(option) ? t.muted : t.faint);
        return;
    case PE_IndicatorArrowLeft:
        chevron(painter, QRectF(option->rect).center(), Qt::LeftArrow,
                isEnabled(option) ? t.muted : t.faint);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &t = Theme::tokens();
    switch (element) {
    case CE_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        proxy()->drawControl(CE_PushButtonBevel, option, painter, widget);
        QStyleOptionButton label = *button;
        label.rect = subElementRect(SE_PushButtonContents, option, widget);
        proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
        if (option->state & State_HasFocus)
            buttonFocus(option, painter, lookOf(widget, option));
        return;
    }
    case CE_PushButtonBevel: // without Fusion's arrow; ours comes with the label
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        QStyleOptionButton copy = *button;
        const QColor ink = buttonPaint(option, lookOf(widget, option)).text;
        copy.palette.setColor(QPalette::ButtonText, ink);
        copy.state &= ~State_HasFocus;
        // Fusion's own arrow for a menu is replaced by ours.
        const bool hasMenu = copy.features & QStyleOptionButton::HasMenu;
        copy.features &= ~QStyleOptionButton::HasMenu;
        if (hasMenu)
            copy.rect.adjust(0, 0, -14, 0);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        if (hasMenu) {
            const QRect arrow = visualRect(option->direction, option->rect,
                                           QRect(option->rect.right() - 20, option->rect.top(), 14,
                                                 option->rect.height()));
            chevron(painter, QRectF(arrow).center(), Qt::DownArrow, ink);
        }
        return;
    }
    case CE_ToolButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        QStyleOptionToolButton copy = *button;
        if (hasLook(widget))
            copy.palette.setColor(QPalette::ButtonText,
                                  buttonPaint(option, lookOf(widget, option)).text);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_Splitter: {
        painter->fillRect(option->rect, t.border);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, t.window);
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          t.border);
        return;
    case CE_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(option->rect, t.window);
        const bool active = (option->state & State_Selected) || (option->state & State_Sunken);
        if (active)
            roundedBox(painter, option->rect.adjusted(0, 2, 0, -3), 4, t.selection,
                       Qt::transparent);
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          t.border);
        drawItemText(painter, option->rect,
                     Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine
                             | (m_showsMnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     option->palette, isEnabled(option), item->text, QPalette::WindowText);
        return;
    }
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            painter->fillRect(QRect(option->rect.left() + 1, option->rect.center().y(),
                                    option->rect.width() - 2, 1),
                              t.border);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    case CE_HeaderSection: {
        painter->fillRect(option->rect, t.window);
        painter->fillRect(
                QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                t.border);
        return;
    }
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        QStyleOptionHeaderV2 copy;
        static_cast<QStyleOptionHeader &>(copy) = *header;
        copy.palette.setColor(QPalette::ButtonText,
                              header->orientation == Qt::Horizontal ? t.muted : t.text);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_TabBarTabShape: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        const bool selected = tab->state & State_Selected;
        if (selected) {
            roundedBox(painter, option->rect.adjusted(1, 1, -1, -1), Metrics::radius, t.base,
                       t.control);
        } else if (option->state & State_MouseOver) {
            roundedBox(painter, option->rect.adjusted(1, 1, -1, -1), Metrics::radius,
                       mixed(t.window, t.text, 0.06), Qt::transparent);
        }
        if (showsFocus(option) && selected)
            focusRing(painter, option->rect.adjusted(1, 1, -1, -1), Metrics::radius);
        return;
    }
    case CE_ToolBar: painter->fillRect(option->rect, t.window); return;
    case CE_ProgressBarGroove:
        roundedBox(painter, option->rect, option->rect.height() / 2.0, t.border, Qt::transparent);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        QRectF rect = option->rect;
        if (bar->maximum > bar->minimum) {
            const qreal part = qreal(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            const qreal width = std::max(rect.height(), rect.width() * std::clamp(part, 0.0, 1.0));
            if (option->direction == Qt::RightToLeft)
                rect.setLeft(rect.right() - width);
            else
                rect.setWidth(width);
            if (bar->progress <= bar->minimum)
                return;
        }
        roundedBox(painter, rect, rect.height() / 2, t.accent, Qt::transparent);
        return;
    }
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = Theme::tokens();
    switch (control) {
    case CC_ComboBox: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo->editable) {
            drawField(option, painter, isFaulty(widget));
        } else {
            const Paint paint = buttonPaint(option, ButtonLook::Normal);
            roundedBox(painter, option->rect, Metrics::radius, paint.fill,
                       isFaulty(widget) ? t.danger : paint.line, isFaulty(widget) ? 1.5 : 1);
            if (option->state & State_HasFocus)
                focusRing(painter, option->rect, Metrics::radius);
        }
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        chevron(painter, QRectF(arrow).center(), Qt::DownArrow,
                isEnabled(option) ? t.muted : t.faint);
        return;
    }
    case CC_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin->frame)
            drawField(option, painter, isFaulty(widget));
        const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step,
                               Qt::ArrowType direction) {
            const QRectF place = subControlRect(control, option, part, widget);
            if (place.isEmpty())
                return;
            const bool possible = isEnabled(option) && (spin->stepEnabled & step);
            chevron(painter, place.center(), direction, possible ? t.muted : t.control);
        };
        arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
        arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
        return;
    }
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
        if (bar->maximum <= bar->minimum)
            return;
        const bool active = option->state & (State_MouseOver | State_Sunken);
        const QRectF thumb = bar->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2)
                                                              : slider.adjusted(2, 3, -2, -3);
        const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
        roundedBox(painter, thumb, radius, mixed(t.window, t.text, active ? 0.45 : 0.25),
                   Qt::transparent);
        return;
    }
    case CC_ToolButton: {
        // The small arrow of Fusion is drawn over the icon; ours stands behind the text.
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        QStyleOptionToolButton copy = *button;
        const bool hasMenu = copy.features & QStyleOptionToolButton::HasMenu
                             && !(copy.features & QStyleOptionToolButton::MenuButtonPopup);
        copy.features &= ~QStyleOptionToolButton::HasMenu;
        const bool focus = showsFocus(option);
        copy.state &= ~State_HasFocus;
        drawPrimitive(PE_PanelButtonTool, &copy, painter, widget);
        QStyleOptionToolButton label = copy;
        label.rect = copy.rect.adjusted(8, 0, hasMenu ? -22 : -8, 0);
        if (copy.toolButtonStyle == Qt::ToolButtonIconOnly)
            label.rect = copy.rect.adjusted(2, 0, hasMenu ? -14 : -2, 0);
        label.rect = visualRect(option->direction, option->rect, label.rect);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        if (hasMenu) {
            const QRect arrow = visualRect(option->direction, option->rect,
                                           QRect(option->rect.right() - 19, option->rect.top(), 14,
                                                 option->rect.height()));
            chevron(painter, QRectF(arrow).center(), Qt::DownArrow, t.muted);
        }
        if (focus)
            focusRing(painter, option->rect, Metrics::radius);
        return;
    }
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin: return 12;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget)
                       ? areaFrame
                       : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 1;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin: return 0;
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize: return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return Metrics::gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return Metrics::margin;
    case PM_FocusFrameHMargin: // the side margin of text in lists and tables
    case PM_HeaderMargin: return 6;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 10;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        size = contents + QSize(24, 0);
        if (button && (button->features & QStyleOptionButton::HasMenu))
            size.rwidth() += 4;
        size.setHeight(std::max(size.height(), Metrics::controlHeight));
        return size;
    }
    case CT_ComboBox: size = contents + QSize(8 + 26 + 8, 0); [[fallthrough]];
    case CT_LineEdit:
    case CT_SpinBox:
        size.setHeight(std::max(contents.height() + 8, Metrics::controlHeight));
        return size;
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool hasMenu = button && (button->features & QStyleOptionToolButton::HasMenu);
        const bool iconOnly = button && button->toolButtonStyle == Qt::ToolButtonIconOnly;
        size = contents + QSize((iconOnly ? 10 : 16) + (hasMenu ? 14 : 0), 0);
        size.setHeight(std::max(size.height(), Metrics::controlHeight));
        size.setWidth(std::max(size.width(), Metrics::controlHeight));
        return size;
    }
    case CT_MenuBarItem: return contents + QSize(16, 10);
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return size;
        size.setHeight(std::max(size.height(), 28));
        size.rwidth() += 12;
        return size;
    }
    case CT_HeaderSection: size.setHeight(std::max(size.height(), 28)); return size;
    default: return size;
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        QRect rect;
        switch (subControl) {
        case SC_ComboBoxArrow: rect = QRect(all.right() - 25, all.top(), 22, all.height()); break;
        case SC_ComboBoxEditField: rect = all.adjusted(8, 2, -26, -2); break;
        default: return QProxyStyle::subControlRect(control, option, subControl, widget);
        }
        return visualRect(option->direction, all, rect);
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField) {
        const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -6, 0)
                                                    : rect.adjusted(6, 0, 0, 0);
    }
    if (control == CC_ScrollBar) {
        // Without the buttons at the ends: the whole length is the groove.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const QRect all = option->rect;
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? all.height() : all.width();
        int slider = length;
        if (bar->maximum > bar->minimum) {
            const qint64 range = qint64(bar->maximum) - bar->minimum + bar->pageStep;
            slider = std::clamp(
                    int(qint64(bar->pageStep) * length / std::max<qint64>(range, 1)),
                    std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - slider, bar->upsideDown);
        const auto span = [&](int from, int size) {
            return vertical ? QRect(all.left(), all.top() + from, all.width(), size)
                            : visualRect(option->direction, all,
                                         QRect(all.left() + from, all.top(), size, all.height()));
        };
        switch (subControl) {
        case SC_ScrollBarGroove: return all;
        case SC_ScrollBarSlider: return span(start, slider);
        case SC_ScrollBarSubPage: return span(0, start);
        case SC_ScrollBarAddPage: return span(start + slider, length - start - slider);
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // QLineEdit adds two pixels of its own.
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? rect.adjusted(6, 0, -6, 0) : rect;
    }
    return rect;
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    // Mnemonics are underlined only while Alt is down, when somebody looks for them.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    const bool leaves = event->type() == QEvent::ApplicationDeactivate;
    if (leaves || (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)) {
        const bool shows = event->type() == QEvent::KeyPress;
        if (shows != m_showsMnemonics) {
            m_showsMnemonics = shows;
            const QWidgetList widgets = QApplication::allWidgets();
            for (QWidget *widget : widgets)
                widget->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_UnderlineShortcut: return m_showsMnemonics;
    case SH_Table_GridLineColor: return int(Theme::tokens().border.rgb());
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace Deskbell::App
