// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/avatar.h"

#include "app/shell/theme.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// The first character as people count them: with its accents, emoji in one piece.
QString firstCharacter(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? word.first(end) : QString();
}

} // namespace

QString AvatarPainter::initials(const QString &displayName)
{
    const QStringList words = displayName.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return u"?"_s;
    QString initials = firstCharacter(words.first());
    if (words.size() > 1)
        initials += firstCharacter(words.last());
    return initials.toUpper();
}

void AvatarPainter::paint(QPainter *painter, const QRect &rect, const QString &displayName)
{
    const TonePair &pair = Theme::tokens().tone(Tone::Slate);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pair.background);
    painter->drawEllipse(rect);
    QFont font = Fonts::caption();
    font.setPixelSize(std::max(8, rect.height() / 2));
    font.setWeight(QFont::Bold);
    painter->setFont(font);
    painter->setPen(pair.text);
    painter->drawText(rect, Qt::AlignCenter, initials(displayName));
    painter->restore();
}

Avatar::Avatar(int diameter, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(diameter, diameter);
}

void Avatar::setPerson(const QString &displayName)
{
    m_name = displayName;
    setAccessibleName(displayName);
    setToolTip(displayName);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    AvatarPainter::paint(&painter, rect(), m_name);
}

} // namespace Deskbell::App
