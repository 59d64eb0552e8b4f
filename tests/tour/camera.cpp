// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/camera.h"

#include "tests/tour/tourapplication.h"

#include <QCursor>
#include <QScreen>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Deskbell::Tour {

namespace {

constexpr int stillFor = 200;    // ms without a change
constexpr int patience = 15'000; // ms

/// The windows and whatever stands over them: dialogs, menus, tool tips.
QRect areaOf(const QList<QWidget *> &windows)
{
    QRect area;
    for (const QWidget *window : windows)
        area |= window->frameGeometry();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (const QWidget *other : all) {
        if (other->isVisible() && other->windowType() != Qt::Window
            && other->frameGeometry().intersects(area))
            area |= other->frameGeometry();
    }
    return area;
}

} // namespace

void Camera::moveTo(const QString &folder)
{
    m_folder.setPath(folder);
    m_folder.mkpath(u"."_s);
    // Pictures of an earlier tour have other numbers and would stand between these.
    const QStringList earlier = m_folder.entryList({u"*.png"_s}, QDir::Files);
    for (const QString &picture : earlier)
        m_folder.remove(picture);
    m_number = 0;
}

void Camera::take(const QString &name, const QList<QWidget *> &windows)
{
    TourApplication::instance().forgive();
    QScreen *screen = windows.first()->screen();
    // The pointer would light up whatever it happens to rest on.
    QCursor::setPos(screen->geometry().bottomRight());
    QImage picture;
    QElapsedTimer unchanged;
    const bool stands = QTest::qWaitFor(
            [&] {
                const QRect area = areaOf(windows) & screen->geometry();
                const QImage now
                        = screen->grabWindow(0, area.x(), area.y(), area.width(), area.height())
                                  .toImage();
                if (now != picture) {
                    picture = now;
                    unchanged.start();
                }
                return !now.isNull() && unchanged.elapsed() >= stillFor;
            },
            patience);
    const QString path
            = m_folder.filePath(u"%1-%2.png"_s.arg(++m_number, 2, 10, QLatin1Char('0')).arg(name));
    if (stands && picture.save(path)) {
        ++m_taken;
        std::printf("%s\n", qPrintable(path));
    } else {
        ++m_failed;
        std::fprintf(stderr, "%s: %s\n", qPrintable(path),
                     stands ? "the picture cannot be written" : "what is seen never stands still");
    }
    std::fflush(stdout);
}

} // namespace Deskbell::Tour
