// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/scrollpane.h"
#include "common/desks/category.h"
#include "common/tickets/ticket.h"

#include <QHash>

class QVBoxLayout;

namespace Deskbell::App {

class ApprovalPanel;
class Badge;
class ChecklistPanel;
class LinksPanel;
class TimePanel;
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
    LinksPanel &links() { return *m_links; }
    ChecklistPanel &checklist() { return *m_checklist; }
    TimePanel &timeSpent() { return *m_timeSpent; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addProperty(const QString &name, const QString &value, const QString &toolTip = {});
    void addTags();
    void addSteps();
    void addFormValues();
    void addRating();
    void addServiceClocks();
    /// What changes as time passes.
    void updateStandings();
    /// The forms of the desk's categories and the people in them, once for a desk.
    void loadForms();

    AppContext &m_context;
    Ticket m_ticket;
    ApprovalPanel *m_approvals;
    LinksPanel *m_links;
    ChecklistPanel *m_checklist;
    TimePanel *m_timeSpent;
    DeskId m_formsOf; ///< the desk that the next two are of
    QList<Category> m_categories;
    QHash<qint64, QString> m_people;                      ///< names by id
    QList<std::pair<ServiceTarget, Badge *>> m_standings; ///< by what the ticket promises
    QWidget *m_content;
    QVBoxLayout *m_layout;
};

} // namespace Deskbell::App
