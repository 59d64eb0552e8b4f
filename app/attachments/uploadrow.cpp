// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/uploadrow.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/timetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int progressWidth = 140;
constexpr int permille = 1000;

} // namespace

UploadRow::UploadRow(UploadTransfer *transfer, QWidget *parent)
    : QWidget(parent)
    , m_transfer(transfer)
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_pause(new QToolButton(this))
    , m_retry(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    setObjectName(u"uploadRow"_s);
    transfer->setParent(this);
    m_name->setTextFormat(Qt::PlainText);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setFont(Fonts::small());
    m_progress->setRange(0, permille);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setFixedHeight(Metrics::gap);
    m_pause->setObjectName(u"uploadPause"_s);
    m_pause->setIcon(Icons::icon(u"pause"));
    m_pause->setToolTip(tr("Pause"));
    m_pause->setAutoRaise(true);
    m_retry->setObjectName(u"uploadRetry"_s);
    m_retry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_remove->setObjectName(u"uploadRemove"_s);
    m_remove->setIcon(Icons::icon(u"close"));
    m_remove->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(m_name);
    layout->addWidget(m_progress);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_pause);
    layout->addWidget(m_retry);
    layout->addWidget(m_remove);

    connect(m_pause, &QToolButton::clicked, m_transfer, &UploadTransfer::pause);
    connect(m_retry, &QToolButton::clicked, m_transfer, &UploadTransfer::resume);
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_transfer->cancel();
        Q_EMIT dismissed();
    });
    connect(m_transfer, &UploadTransfer::progressChanged, this, &UploadRow::fill);
    connect(m_transfer, &UploadTransfer::stateChanged, this, [this] {
        fill();
        Q_EMIT changed();
    });
    m_transfer->start();
    fill();
}

void UploadRow::fill()
{
    using State = UploadTransfer::State;
    const QString name = m_transfer->fileName();
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideMiddle, 2 * progressWidth));
    m_name->setToolTip(name);
    const qint64 size = m_transfer->size();
    const int part = size > 0 ? int(m_transfer->sent() * permille / size) : 0;
    m_progress->setValue(part);
    m_progress->setAccessibleName(tr("Upload of %1").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_pause->setAccessibleName(tr("Pause the upload of %1").arg(name));

    const State state = m_transfer->state();
    const bool paused = state == State::Paused;
    m_retry->setIcon(Icons::icon(paused ? u"play" : u"refresh"));
    m_retry->setText(paused ? tr("Resume") : tr("Retry"));
    m_retry->setAccessibleName(paused ? tr("Resume the upload of %1").arg(name)
                                      : tr("Retry the upload of %1").arg(name));
    const bool running = state == State::Running || state == State::Waiting || state == State::Idle;
    m_progress->setVisible(running || paused);
    m_pause->setVisible(state == State::Running || state == State::Waiting);
    m_retry->setVisible(state == State::Failed || paused);
    switch (state) {
    case State::Idle:
    case State::Running:
        m_state->setText(
                tr("%1 of %2")
                        .arg(TimeText::fileSize(m_transfer->sent()), TimeText::fileSize(size)));
        break;
    case State::Waiting: m_state->setText(tr("waiting for the server")); break;
    case State::Paused:
        m_state->setText(
                tr("paused at %1 of %2")
                        .arg(TimeText::fileSize(m_transfer->sent()), TimeText::fileSize(size)));
        break;
    case State::Failed: m_state->setText(sentence(m_transfer->error())); break;
    case State::Done:
    case State::Cancelled: m_state->setText(TimeText::fileSize(size)); break;
    }
}

} // namespace Deskbell::App
