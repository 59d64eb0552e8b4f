// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Deskbell::App {

/// One large figure and what it counts. Pressed, it leads to what is counted, where there is such a
/// list (setLeadsOn()).
class FigureTile : public QAbstractButton
{
    Q_OBJECT

public:
    /// `name` is its object name.
    explicit FigureTile(const QString &name, QWidget *parent = nullptr);

    void setFigure(int figure);
    int figure() const { return m_figure; }
    /// Painted as something to look after as long as it is not 0.
    void setAlarming(bool alarming);
    void setLeadsOn(bool leads);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int m_figure = 0;
    bool m_alarming = false;
    bool m_leadsOn = false;
};

} // namespace Deskbell::App
