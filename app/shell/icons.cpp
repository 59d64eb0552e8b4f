// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/icons.h"

#include "app/shell/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Deskbell::App::Icons {

using namespace Qt::StringLiterals;

namespace {

/// The SVG text of an icon, as it is in resources; read once.
QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    const auto found = cache.constFind(name);
    if (found != cache.constEnd())
        return *found;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool exists = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(exists, "Icons", qPrintable(name));
    return *cache.insert(name, exists ? file.readAll() : QByteArray());
}

QColor colourOf(Ink ink, QIcon::Mode mode)
{
    const Tokens &t = Theme::tokens();
    if (mode == QIcon::Disabled)
        return t.faint;
    switch (ink) {
    case Ink::Text: return t.text;
    case Ink::Muted: return t.muted;
    case Ink::Accent: return t.accent;
    case Ink::OnAccent: return t.onAccent;
    case Ink::Danger: return t.danger;
    case Ink::Note: return t.noteText;
    }
    Q_UNREACHABLE();
}

/// Renders at the moment of painting, in the colours of the theme that is current then.
class Engine final : public QIconEngine
{
public:
    Engine(const QString &name, Ink ink)
        : m_name(name)
        , m_ink(ink)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pixmap = Icons::pixmap(m_name, size, colourOf(m_ink, mode), ratio);
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2,
                            rect.y() + (rect.height() - size) / 2, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in pixels of the device already.
        const int side = std::min(size.width(), size.height());
        QPixmap pixmap = Icons::pixmap(m_name, qRound(side / scale), colourOf(m_ink, mode), scale);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return u"deskbell"_s; }
    bool isNull() override { return false; }

private:
    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon icon(QStringView name, Ink ink)
{
    return QIcon(new Engine(name.toString(), ink));
}

QPixmap pixmap(QStringView name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const QString key
            = u"icon/%1/%2/%3/%4"_s.arg(name).arg(size).arg(colour.rgba()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(name.toString());
    svg.replace("currentColor", colour.name().toLatin1());
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace Deskbell::App::Icons
