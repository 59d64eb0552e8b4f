// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace Deskbell::App {

/// What a push button is for; its ground says so.
enum class ButtonLook {
    Normal,
    Primary, ///< the one main action of a window or form
    Danger,  ///< cannot be undone
    Note,    ///< writes an internal note: never to be taken for Primary
    Quiet,   ///< no frame until the pointer or the focus is on it
};
void setButtonLook(QAbstractButton *button, ButtonLook look);

/// Fusion, flattened: lines instead of bevels, a clear focus ring, the distances of the house. All
/// colours come from the theme's tokens.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_showsMnemonics = false;
};

} // namespace Deskbell::App
