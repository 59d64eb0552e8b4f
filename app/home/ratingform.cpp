// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/ratingform.h"

#include "app/shell/theme.h"
#include "common/tickets/ticketrules.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

RatingForm::RatingForm(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_stars(new QButtonGroup(this))
    , m_comment(new QLineEdit(this))
    , m_send(new QPushButton(this))
{
    setObjectName(u"ratingForm"_s);
    auto *stars = new QHBoxLayout;
    stars->setSpacing(0);
    for (int score = 1; score <= bestRating; ++score) {
        auto *star = new QToolButton(this);
        star->setObjectName(u"star%1"_s.arg(score));
        star->setCheckable(true);
        star->setAutoRaise(true);
        star->setFont(Fonts::title());
        star->setFocusPolicy(Qt::StrongFocus);
        m_stars->addButton(star, score);
        stars->addWidget(star);
    }
    m_comment->setObjectName(u"ratingComment"_s);
    m_comment->setMaxLength(reasonRule.max);
    m_send->setObjectName(u"ratingSend"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::gap);
    line->addLayout(stars);
    line->addWidget(m_comment, 1);
    line->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::unit);
    layout->addWidget(m_question);
    layout->addLayout(line);
    connect(m_stars, &QButtonGroup::idToggled, this, &RatingForm::showScore);
    connect(m_comment, &QLineEdit::textChanged, this, &RatingForm::showScore);
    connect(m_comment, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this,
            [this] { Q_EMIT rated(m_stars->checkedId(), m_comment->text().trimmed()); });
    retranslate();
}

void RatingForm::setRating(const std::optional<Rating> &rating)
{
    m_before = rating;
    m_stars->setExclusive(false); // an exclusive group keeps one for ever
    for (QAbstractButton *star : m_stars->buttons())
        star->setChecked(rating && m_stars->id(star) == rating->score);
    m_stars->setExclusive(true);
    m_comment->setText(rating ? rating->comment : QString());
    retranslate();
}

void RatingForm::showScore()
{
    const int score = m_stars->checkedId();
    for (QAbstractButton *star : m_stars->buttons())
        star->setText(m_stars->id(star) <= score ? u"★"_s : u"☆"_s);
    const bool isNew = !m_before || m_before->score != score
                       || m_before->comment != m_comment->text().trimmed();
    m_send->setEnabled(score >= 1 && isNew);
}

void RatingForm::retranslate()
{
    m_question->setText(m_before ? tr("You have rated this request:")
                                 : tr("How content are you with what we did?"));
    for (QAbstractButton *star : m_stars->buttons()) {
        const QString name = tr("%1 of %2").arg(m_stars->id(star)).arg(bestRating);
        star->setAccessibleName(name);
        star->setToolTip(name);
    }
    m_comment->setPlaceholderText(tr("In a word (may stay empty)"));
    m_comment->setAccessibleName(tr("Your rating in a word"));
    m_send->setText(m_before ? tr("Change rating") : tr("Rate"));
    showScore();
}

void RatingForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
