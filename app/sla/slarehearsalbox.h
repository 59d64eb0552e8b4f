// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/sla/slapolicy.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Deskbell::App {

struct AppContext;

/// What would have become of past tickets under a service level, before it is saved: asks the
/// server part by part, shows how far it is, and can be stopped.
class SlaRehearsalBox : public QWidget
{
    Q_OBJECT

public:
    SlaRehearsalBox(AppContext &context, QWidget *parent);

    /// What to try, as it stands in the form at that moment.
    void setRequest(std::function<SlaRehearsalRequest()> request);
    /// Forgets what it said: something else stands in the form.
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void start();
    void stop();
    void askForPart();
    void partArrived(const Result<SlaRehearsal> &part);
    void showOutcome();
    void setRunning(bool running);
    void retranslate();

    AppContext &m_context;
    std::function<SlaRehearsalRequest()> m_request;
    SlaRehearsalRequest m_running;
    SlaRehearsal m_sum;
    QPushButton *m_start;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_outcome;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
