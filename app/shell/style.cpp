// SPDX-License-Identifier: GPL-3.0-or-later
// One class and long: a QProxyStyle is asked for every control, and how each is drawn stands below.
#include "app/shell/style.h"

#include "app/shell/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

constexpr char lookProperty[] = "deskbellLook";

ButtonLook lookOf(const QWidget *widget, const QStyleOption *option)
{
    if (widget) {
        const QVariant look = widget->property(lookProperty);
        if (look.isValid())
            return ButtonLook(look.toInt());
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton) ? ButtonLook::Primary
                                                                            : ButtonLook::Normal;
}

bool isEnabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

/// Focus that came by the keyboard, or that a text field has anyway.
bool showsFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus)
           && (option->state & QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &from, const QColor &to, qreal part)
{
    const auto mix = [part](float a, float b) {
        return float(a + (b - a) * part);
    };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

struct Paint
{
    QColor fill;
    QColor line;
    QColor text;
};

Paint buttonPaint(const QStyleOption *option, ButtonLook look)
{
    const Tokens &t = Theme::tokens();
    if (!isEnabled(option))
        return look == ButtonLook::Quiet ? Paint{Qt::transparent, Qt::transparent, t.faint}
                                         : Paint{t.window, t.border, t.faint};
    const bool hover = option->state & QStyle::State_MouseOver;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const auto strong = [&](const QColor &fill, const QColor &text) {
        const QColor shown = down    ? mixed(fill, t.text, 0.22)
                             : hover ? mixed(fill, t.text, 0.1)
                                     : fill;
        return Paint{shown, shown, text};
    };
    switch (look) {
    case ButtonLook::Primary: return strong(t.accent, t.onAccent);
    case ButtonLook::Danger: return strong(t.danger, t.onDanger);
    case ButtonLook::Note: {
        const QColor fill = down    ? mixed(t.noteBackground, t.noteBorder, 0.5)
                            : hover ? mixed(t.noteBackground, t.noteBorder, 0.25)
                                    : t.noteBackground;
        return {fill, t.noteBorder, t.noteText};
    }
    case ButtonLook::Quiet:
        return {down    ? t.selection
                : hover ? mixed(t.window, t.text, 0.07)
                        : QColor(Qt::transparent),
                Qt::transparent, t.text};
    case ButtonLook::Normal: break;
    }
    return {down ? t.selection : hover ? t.hover : t.base, t.control, t.text};
}

void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &line, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.alpha() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    roundedBox(painter, rect, radius, Qt::transparent, Theme::tokens().accent, 2);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Paint paint = buttonPaint(option, lookOf(widget, option));
    roundedBox(painter, option->rect, Metrics::radius, paint.fill, paint.line);
}

void drawField(const QStyleOption *option, QPainter *painter, bool faulty)
{
    const Tokens &t = Theme::tokens();
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor line = faulty ? t.danger : focus ? t.accent : t.control;
    roundedBox(painter, option->rect, Metrics::radius, isEnabled(option) ? t.base : t.window, line,
               focus || faulty ? 1.5 : 1);
}

bool isFaulty(const QWidget *widget)
{
    return widget && widget->property("faulty").toBool();
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const Tokens &t = Theme::tokens();
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool enabled = isEnabled(option);
    const QColor fill = (on || partly) ? (enabled ? t.accent : t.faint)
                        : enabled      ? t.base
                                       : t.window;
    const QRectF box = option->rect;
    const qreal radius = round ? box.height() / 2 : 4;
    roundedBox(painter, box, radius, fill, (on || partly) ? fill : enabled ? t.muted : t.control);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.onAccent);
        painter->drawEllipse(c, 3, 3);
    } else if (on) {
        painter->drawPolyline(QPolygonF{
                {c.x() - 3.6, c.y() + 0.2}, {c.x() - 1, c.y() + 2.8}, {c.x() + 3.8, c.y() - 2.8}});
    } else if (partly) {
        painter->drawLine(QPointF(c.x() - 3, c.y()), QPointF(c.x() + 3, c.y()));
    }
    painter->restore();
}

void chevron(QPainter *painter, const QPointF &centre, Qt::ArrowType direction, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(centre);
    switch (direction) {
    case Qt::UpArrow: painter->rotate(180); break;
    case Qt::LeftArrow: painter->rotate(90); break;
    case Qt::RightArrow: painter->rotate(-90); break;
    default: break;
    }
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{-3.5, -1.8}, {0, 1.8}, {3.5, -1.8}});
    painter->restore();
}

} // namespace

void setButtonLook(QAbstractButton *button, ButtonLook look)
{
    button->setProperty(lookProperty, int(look));
    button->update();
}

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
            const bool framed = widget && widget->property(lookProperty).isValid();
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
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
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
        if (widget && widget->property(lookProperty).isValid())
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
        drawItemText(painter, option->rect,
                     Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine,
                     option->palette, isEnabled(option), item->text, QPalette::WindowText);
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
        copy.palette.setColor(QPalette::ButtonText, t.muted);
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
    case CT_LineEdit:
    case CT_ComboBox:
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
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace Deskbell::App
