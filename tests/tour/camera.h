// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QImage>

class QWidget;

namespace Deskbell::Tour {

/// Takes pictures off the screen, with window frames, menus and everything, once what is seen
/// stands still.
class Camera
{
public:
    /// From now on pictures go there, numbered from 1.
    void moveTo(const QString &folder);
    /// A picture of these windows and of all that is open over them. A failure is told and counted.
    void take(const QString &name, const QList<QWidget *> &windows);
    void take(const QString &name, QWidget *window) { take(name, QList<QWidget *>{window}); }

    int taken() const { return m_taken; }
    int failed() const { return m_failed; }

private:
    QDir m_folder;
    int m_number = 0;
    int m_taken = 0;
    int m_failed = 0;
};

} // namespace Deskbell::Tour
