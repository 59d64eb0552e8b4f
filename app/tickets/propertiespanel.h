// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/scrollpane.h"
#include "common/tickets/ticket.h"

class QVBoxLayout;

namespace Deskbell::App {

class ApprovalPanel;
struct AppContext;

/// What is known of a ticket beside its conversation: approvals, people, team, category, tags,
/// times, files.
class PropertiesPanel : public ScrollPane
{
    Q_OBJECT

public:
    explicit PropertiesPanel(AppContext &context, QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket);
    ApprovalPanel &approvals() { return *m_approvals; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addProperty(const QString &name, const QString &value, const QString &toolTip = {});
    void addTags();
    void addSteps();

    AppContext &m_context;
    Ticket m_ticket;
    ApprovalPanel *m_approvals;
    QWidget *m_content;
    QVBoxLayout *m_layout;
};

} // namespace Deskbell::App
