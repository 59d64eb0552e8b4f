// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/dashboardpage.h"

#include "app/desks/choices.h"
#include "app/net/background.h"
#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/files.h"
#include "app/net/session.h"
#include "app/reports/figurecard.h"
#include "app/reports/figuretile.h"
#include "app/reports/flowcard.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/popups.h"
#include "app/widgets/scrollpane.h"
#include "app/widgets/stateview.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"
#include "common/base/csv.h"

#include <QBuffer>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr auto readingPause = std::chrono::seconds(2); // the figures of a busy desk do not flicker
constexpr auto minute = std::chrono::minutes(1);
constexpr int pdfResolution = 150; // dots per inch

} // namespace

DashboardPage::DashboardPage(AppContext &context, MainWindow &window)
    : m_context(context)
    , m_window(window)
{
    setObjectName(u"dashboardPage"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(readingPause);
    m_minute.setInterval(minute);
    connect(&m_pause, &QTimer::timeout, this, &DashboardPage::load);
    connect(&m_minute, &QTimer::timeout, this, &DashboardPage::loadSoon);
    connect(&context.events, &EventStream::received, this, [this](const Event &event) {
        if (event.ticketId.isValid())
            loadSoon();
    });
    connect(&context.events, &EventStream::resetRequired, this, &DashboardPage::loadSoon);
    build();
    retranslate();
}

void DashboardPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, 0, 0);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(makeHead());
    m_notice = new NoticeBox(this);
    layout->addWidget(m_notice);
    auto *scroll = new ScrollPane(this);
    scroll->setObjectName(u"dashboardScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeBody());
    m_state = new StateView(scroll, this);
    layout->addWidget(m_state, 1);
    connect(m_state, &StateView::retryRequested, this, [this] {
        m_state->showLoading();
        load();
    });
    m_state->showLoading();
}

QWidget *DashboardPage::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setFont(Fonts::heading());
    m_asOf = new QLabel(head);
    m_asOf->setObjectName(u"dashboardAsOf"_s);
    m_asOf->setFont(Fonts::small());
    m_asOf->setForegroundRole(QPalette::PlaceholderText);
    m_desk = new QComboBox(head);
    m_desk->setObjectName(u"dashboardDesk"_s);
    m_days = new QComboBox(head);
    m_days->setObjectName(u"dashboardDays"_s);
    for (const int days : {7, 14, 30, 90})
        m_days->addItem({}, days);
    m_days->setCurrentIndex(m_days->findData(DashboardFilter().days));
    m_save = new QPushButton(Icons::icon(u"download"), {}, head);
    m_save->setObjectName(u"dashboardSave"_s);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, Metrics::pageMargin, 0);
    line->setSpacing(Metrics::gap);
    line->addWidget(m_title);
    line->addWidget(m_asOf, 1);
    line->addWidget(m_desk);
    line->addWidget(m_days);
    line->addWidget(m_save);
    connect(m_desk, &QComboBox::activated, this, &DashboardPage::load);
    connect(m_days, &QComboBox::activated, this, &DashboardPage::load);
    connect(m_save, &QPushButton::clicked, this, &DashboardPage::chooseFile);
    return head;
}

FigureTile *DashboardPage::addTile(const QString &name, const QString &entry)
{
    auto *tile = new FigureTile(name, m_tileRow);
    m_tileRow->layout()->addWidget(tile);
    if (!entry.isEmpty()) {
        tile->setLeadsOn(true);
        connect(tile, &QAbstractButton::clicked, this,
                [this, entry] { m_window.showEntry(entry); });
    }
    return tile;
}

QWidget *DashboardPage::makeBody()
{
    m_body = new QWidget(this);
    m_body->setObjectName(u"dashboardBody"_s);
    m_tileRow = new QWidget(m_body);
    m_tileRow->setLayout(new FlowLayout(m_tileRow, Metrics::gap));
    m_open = addTile(u"tileOpen"_s, u"tickets.open"_s);
    m_unassigned = addTile(u"tileUnassigned"_s, u"tickets.unassigned"_s);
    m_overdue = addTile(u"tileOverdue"_s, u"tickets.overdue"_s);
    m_overdue->setAlarming(true);
    m_dueToday = addTile(u"tileDueToday"_s);
    m_waiting = addTile(u"tileWaiting"_s);
    m_createdToday = addTile(u"tileCreatedToday"_s);
    m_answeredToday = addTile(u"tileAnsweredToday"_s);
    m_solvedToday = addTile(u"tileSolvedToday"_s);
    m_flow = new FlowCard(u"cardFlow"_s, m_body);
    m_statuses = new FigureCard(u"cardStatuses"_s, m_body);
    m_priorities = new FigureCard(u"cardPriorities"_s, m_body);
    m_teams = new FigureCard(u"cardTeams"_s, m_body);
    m_ages = new FigureCard(u"cardAges"_s, m_body);
    m_people = new FigureCard(u"cardPeople"_s, m_body);

    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, Metrics::pageMargin, Metrics::pageMargin);
    grid->setSpacing(Metrics::margin);
    grid->addWidget(m_tileRow, 0, 0, 1, 2);
    grid->addWidget(m_flow, 1, 0, 1, 2);
    grid->addWidget(m_statuses, 2, 0);
    grid->addWidget(m_priorities, 2, 1);
    grid->addWidget(m_teams, 3, 0);
    grid->addWidget(m_ages, 3, 1);
    grid->addWidget(m_people, 4, 0, 1, 2);
    grid->setRowStretch(5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return m_body;
}

void DashboardPage::showEntry(const QString &)
{
    loadDesks();
    load();
    m_open->setFocus();
}

void DashboardPage::showEvent(QShowEvent *event)
{
    PageWidget::showEvent(event);
    m_minute.start();
}

/// A page that nobody sees asks nothing; it is read when it is shown again.
void DashboardPage::loadSoon()
{
    if (!isVisible())
        m_minute.stop();
    else if (!m_pause.isActive())
        m_pause.start();
}

void DashboardPage::loadDesks()
{
    fetchDesks(m_context, this, [this](const Result<QList<Desk>> &desks) {
        if (!desks)
            return; // all of them are shown together, which is what most people want
        const QVariant chosen = m_desk->currentData();
        m_desk->clear();
        m_desk->addItem(tr("All desks"), 0);
        const Grants &grants = m_context.session.me().grants;
        for (const Desk &desk : *desks) {
            if (grants.holds(Permission::ReportView, desk.id))
                m_desk->addItem(desk.name, desk.id.value());
        }
        m_desk->setCurrentIndex(std::max(0, m_desk->findData(chosen)));
        m_desk->setVisible(m_desk->count() > 2);
    });
}

void DashboardPage::load()
{
    m_pause.stop();
    DashboardFilter filter{.days = m_days->currentData().toInt()};
    if (const DeskId desk(m_desk->currentData().toLongLong()); desk.isValid())
        filter.desks = {desk};
    Api::Request request = Api::Request::get(u"/reports/dashboard"_s);
    for (const auto &[name, value] : toQuery(filter))
        request.query.append({name, value});
    m_call = m_context.client.fetch<Dashboard>(
            request, this, [this](const Result<Dashboard> &dashboard) { arrived(dashboard); });
}

void DashboardPage::arrived(const Result<Dashboard> &dashboard)
{
    if (dashboard) {
        m_dashboard = *dashboard;
        m_hasFigures = true;
        m_notice->clear();
        showFigures();
        m_state->showContent();
    } else if (m_hasFigures) {
        // What was there is better than nothing, as long as one knows how old it is.
        m_notice->show(Tone::Amber, tr("The figures could not be read again"),
                       sentence(dashboard.error()));
    } else {
        m_state->showError(tr("The dashboard could not be loaded"), dashboard.error());
    }
    m_save->setEnabled(m_hasFigures);
}

void DashboardPage::showFigures()
{
    const QDateTime now = m_context.clock.now();
    m_asOf->setText(tr("as of %1").arg(TimeText::moment(m_dashboard.asOf, now)));
    m_open->setFigure(m_dashboard.open);
    m_unassigned->setFigure(m_dashboard.unassigned);
    m_waiting->setFigure(m_dashboard.waiting);
    m_overdue->setFigure(m_dashboard.overdue);
    m_dueToday->setFigure(m_dashboard.dueToday);
    m_answeredToday->setFigure(m_dashboard.answeredToday);
    const DayFlow today = m_dashboard.days.isEmpty() ? DayFlow() : m_dashboard.days.last();
    m_createdToday->setFigure(today.created);
    m_solvedToday->setFigure(today.solved);
    m_flow->setDays(m_dashboard.days);

    QList<Figure> figures;
    for (const StatusLoad &load : std::as_const(m_dashboard.statuses))
        figures.append({load.status + u'/' + load.label,
                        TicketText::status(load.status, load.label),
                        {load.tickets}});
    m_statuses->setFigures(std::exchange(figures, {}));
    for (const PriorityLoad &load : std::as_const(m_dashboard.priorities))
        figures.append({QString(toWire(load.priority)),
                        TicketText::priority(load.priority),
                        {load.tickets}});
    m_priorities->setFigures(std::exchange(figures, {}));
    for (const TeamLoad &load : std::as_const(m_dashboard.teams))
        figures.append({load.team ? QString::number(load.team->id.value()) : u"none"_s,
                        load.team ? load.team->name : tr("No team"),
                        {load.tickets}});
    m_teams->setFigures(std::exchange(figures, {}));
    for (const AgeLoad &load : std::as_const(m_dashboard.ages)) {
        const QString label = load.fromDays == 0 ? tr("Less than a day")
                              : load.untilDays == 0
                                      ? tr("%n days and more", nullptr, load.fromDays)
                                      : tr("%1 to %2 days").arg(load.fromDays).arg(load.untilDays);
        figures.append({QString::number(load.fromDays), label, {load.tickets}});
    }
    m_ages->setFigures(std::exchange(figures, {}));
    showPeople();
}

void DashboardPage::showPeople()
{
    QList<Figure> figures;
    for (const AssigneeLoad &load : std::as_const(m_dashboard.assignees))
        figures.append({load.assignee ? QString::number(load.assignee->id.value()) : u"none"_s,
                        load.assignee ? load.assignee->displayName : tr("Nobody"),
                        {load.tickets, load.waiting, load.urgent, load.overdue}});
    m_people->setFigures(figures);
}

QByteArray DashboardPage::csv() const
{
    QByteArray text = csvRecord({tr("Of what"), tr("Which"), tr("Figure"), tr("Tickets")});
    for (const FigureTile *tile : m_tileRow->findChildren<FigureTile *>())
        text += csvRecord({tr("Today"), tile->text(), {}, QString::number(tile->figure())});
    const auto add = [&text](const DashboardCard *card, const FigureModel &model) {
        for (const Figure &figure : model.figures()) {
            for (int i = 0; i < figure.numbers.size(); ++i)
                text += csvRecord({card->title(), figure.label, model.titles().value(i + 1),
                                   QString::number(figure.numbers[i])});
        }
    };
    add(m_flow, m_flow->model());
    for (FigureCard *card : {m_statuses, m_priorities, m_teams, m_ages, m_people})
        add(card, card->model());
    return text;
}

QByteArray DashboardPage::pdf() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_title->text());
    writer.setResolution(pdfResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    const QString head = m_title->text() + u", "_s + m_asOf->text();
    painter.setFont(Fonts::heading());
    const int headHeight = painter.fontMetrics().height() * 2;
    painter.drawText(QRect(0, 0, writer.width(), headHeight), Qt::AlignTop | Qt::AlignLeading,
                     head);
    const double scale = std::min(double(writer.width()) / m_body->width(),
                                  double(writer.height() - headHeight) / m_body->height());
    painter.translate(0, headHeight);
    painter.scale(scale, scale);
    m_body->render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    return buffer.data();
}

void DashboardPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the dashboard"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
            {tr("PDF documents (*.pdf)"), tr("Pictures (*.png)"), tr("Tables of figures (*.csv)")});
    const auto follow = [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    };
    connect(dialog, &QFileDialog::filterSelected, this, follow);
    follow(dialog->nameFilters().first());
    dialog->selectFile(tr("dashboard", "name of a file"));
    connect(dialog, &QFileDialog::fileSelected, this, &DashboardPage::save);
    dialog->open();
}

void DashboardPage::save(const QString &path)
{
    std::function<Result<>()> work;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "png"_L1) {
        work = [path, picture = m_body->grab().toImage()]() -> Result<> {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            picture.save(&buffer, "PNG");
            return writeWholeFile(path, bytes);
        };
    } else {
        work = [path, bytes = suffix == "csv"_L1 ? csv() : pdf()] {
            return writeWholeFile(path, bytes);
        };
    }
    inBackground(this, std::move(work), [this, path](const Result<> &written) {
        const QString name = QFileInfo(path).fileName();
        if (written)
            Popups::of(this).success(tr("%1 is written").arg(name));
        else
            Popups::of(this).error(tr("%1 could not be written").arg(name), written.error());
    });
}

void DashboardPage::retranslate()
{
    m_title->setText(tr("Dashboard"));
    m_desk->setAccessibleName(tr("Which desks"));
    m_days->setAccessibleName(tr("How far back"));
    for (int i = 0; i < m_days->count(); ++i)
        m_days->setItemText(i, tr("Last %n days", nullptr, m_days->itemData(i).toInt()));
    m_save->setText(tr("&Save as…"));
    m_save->setEnabled(m_hasFigures);
    m_open->setText(tr("Open"));
    m_unassigned->setText(tr("Unassigned"));
    m_waiting->setText(tr("Waiting"));
    m_waiting->setToolTip(tr("For the requester, or on hold"));
    m_overdue->setText(tr("Overdue"));
    m_dueToday->setText(tr("Due today"));
    m_createdToday->setText(tr("Came in today"));
    m_solvedToday->setText(tr("Solved today"));
    m_answeredToday->setText(tr("Answered today"));
    m_answeredToday->setToolTip(tr("Got their first answer today"));
    m_flow->setTitle(tr("Day by day"));
    const QString tickets = tr("Tickets");
    const auto name = [&](FigureCard *card, const QString &title, const QString &what) {
        card->setTitle(title);
        card->setTitles({what, tickets});
        card->setEmptyText(tr("Nothing is open."));
    };
    name(m_statuses, tr("Open by status"), tr("Status"));
    name(m_priorities, tr("Open by priority"), tr("Priority"));
    name(m_teams, tr("Open by team"), tr("Team"));
    name(m_ages, tr("How long they have been open"), tr("Age"));
    name(m_people, tr("Who has what"), tr("Person"));
    m_people->setTitles(
            {tr("Person"), tickets, tr("Waiting"), tr("High or urgent"), tr("Overdue")});
    if (m_hasFigures)
        showFigures();
}

void DashboardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        loadDesks();
    }
    PageWidget::changeEvent(event);
}

void installReports(Registry &registry)
{
    registry.registerPage(
            u"dashboard"_s, EntrySpec::Section::Desk,
            [] { return QCoreApplication::translate("DashboardPage", "Dashboard"); }, u"chart"_s,
            holding(Permission::ReportView),
            [](AppContext &context, MainWindow &window) -> PageWidget * {
                return new DashboardPage(context, window);
            });
}

} // namespace Deskbell::App
