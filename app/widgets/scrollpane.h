// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace Deskbell::App {

/// A scroll area without a frame that one can see to have the focus.
class ScrollPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPane(QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
};

} // namespace Deskbell::App
