// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/shell/pagewidget.h"
#include "common/events/event.h"
#include "common/reports/dashboard.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace Deskbell::App {

class FigureCard;
class FigureTile;
class FlowCard;
class MainWindow;
class NoticeBox;
class Registry;
class StateView;
struct AppContext;

/// Where the day stands, for those who lead a desk: figures, charts with a table behind each, live.
/// Reads afresh soon after something happened to a ticket and each minute, while it is looked at.
class DashboardPage : public PageWidget
{
    Q_OBJECT

public:
    DashboardPage(AppContext &context, MainWindow &window);

    void showEntry(const QString &entryId) override;
    /// What is shown as a table: of what, which, which figure, how many. For a file.
    QByteArray csv() const;
    QByteArray pdf() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeBody();
    FigureTile *addTile(const QString &name, const QString &entry = {});
    void loadDesks();
    void loadSoon();
    void load();
    void arrived(const Result<Dashboard> &dashboard);
    void showFigures();
    void showPeople();
    void chooseFile();
    void save(const QString &path);
    void retranslate();

    AppContext &m_context;
    MainWindow &m_window;
    Dashboard m_dashboard;
    bool m_hasFigures = false;
    Api::ScopedCall m_call;
    QTimer m_pause;  ///< until what happened is read
    QTimer m_minute; ///< what is overdue changes by itself
    QLabel *m_title;
    QLabel *m_asOf;
    QComboBox *m_desk;
    QComboBox *m_days;
    QPushButton *m_save;
    NoticeBox *m_notice;
    StateView *m_state = nullptr;
    QWidget *m_body;
    QWidget *m_tileRow;
    FigureTile *m_open;
    FigureTile *m_unassigned;
    FigureTile *m_waiting;
    FigureTile *m_overdue;
    FigureTile *m_dueToday;
    FigureTile *m_createdToday;
    FigureTile *m_solvedToday;
    FigureTile *m_answeredToday;
    FlowCard *m_flow;
    FigureCard *m_statuses;
    FigureCard *m_priorities;
    FigureCard *m_teams;
    FigureCard *m_ages;
    FigureCard *m_people;
};

void installReports(Registry &registry);

} // namespace Deskbell::App
