// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tokens.h"

#include <QWidget>

namespace Deskbell::App {

/// A small dot beside words that say the same.
class StatusDot : public QWidget
{
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);
    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Slate;
};

} // namespace Deskbell::App
