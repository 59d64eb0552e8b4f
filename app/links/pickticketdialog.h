// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/links/ticketlink.h"
#include "common/tickets/ticket.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace Deskbell::App {

class MarkdownView;
class SearchField;
class StateView;
class TicketListModel;
class TicketListView;
struct AppContext;

/// Chooses the other ticket, by searching and looking at it: that into which one is merged, or with
/// which it is linked. By keys alone: type, go down, Return.
class PickTicketDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Merge, Link };

    PickTicketDialog(AppContext &context, const Ticket &ticket, Purpose purpose, QWidget *parent);

Q_SIGNALS:
    /// `kind` counts for links.
    void chosen(const Deskbell::Ticket &other, Deskbell::LinkKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &words);
    void showState();
    void showPreview();
    void choose();
    std::optional<Ticket> other() const;

    AppContext &m_context;
    const Ticket m_ticket;
    const Purpose m_purpose;
    SearchField *m_search;
    QComboBox *m_kind;
    TicketListModel *m_model;
    TicketListView *m_list;
    StateView *m_state;
    QLabel *m_title;
    QLabel *m_facts;
    MarkdownView *m_description;
    QLabel *m_consequence;
    QPushButton *m_do;
};

} // namespace Deskbell::App
