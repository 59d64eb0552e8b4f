// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/newrequestdialog.h"

#include "app/accounts/people.h"
#include "app/attachments/uploadlist.h"
#include "app/desks/choices.h"
#include "app/desks/formfields.h"
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/stateview.h"

#include <QComboBox>
#include <QCommandLinkButton>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

enum Step { CategoryPage, FormPage };
constexpr int descriptionLines = 8;
constexpr int cardsInRow = 2;

} // namespace

NewRequestDialog::NewRequestDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_notice(new QLabel(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"newRequestDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New request"));
    resize(640, 560);
    m_notice->setObjectName(u"notice"_s);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();

    m_pages->addWidget(makeCategoryPage());
    m_pages->addWidget(makeFormPage());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_back = buttons->addButton(tr("Back"), QDialogButtonBox::ActionRole);
    m_back->setObjectName(u"back"_s);
    m_send = buttons->addButton(tr("Send request"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"send"_s);
    // The box hands the focus to its first button; while that is hidden, Tab would be stuck there.
    buttons->setFocusProxy(nullptr);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentIndex(CategoryPage);
        updateSend();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &NewRequestDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &NewRequestDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::margin);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);

    m_errors->setValidator([this] { return faults(); });
    connect(m_title, &QLineEdit::textChanged, this, &NewRequestDialog::updateSend);
    connect(m_files, &UploadList::changed, this, &NewRequestDialog::updateSend);
    updateSend();
    loadDesks();
    loadPeople();
}

QWidget *NewRequestDialog::makeCategoryPage()
{
    auto *page = new QWidget(this);
    auto *heading = new QLabel(tr("What is it about?"), page);
    heading->setFont(Fonts::heading());
    m_deskChoice = new QComboBox(page);
    m_deskChoice->setObjectName(u"desk"_s);
    m_deskChoice->setAccessibleName(tr("Desk"));
    m_deskChoice->hide();
    m_cards = new QWidget;
    new QGridLayout(m_cards);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // its cards have it
    area->setWidgetResizable(true);
    area->setWidget(m_cards);
    m_categoryState = new StateView(area, page);
    connect(m_categoryState, &StateView::retryRequested, this, &NewRequestDialog::loadDesks);
    connect(m_categoryState, &StateView::actionRequested, this, [this] { choose({}); });
    connect(m_deskChoice, &QComboBox::activated, this, [this](int index) {
        m_desk = m_desks.value(index);
        loadCategories();
    });
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(heading);
    layout->addWidget(m_deskChoice);
    layout->addWidget(m_categoryState, 1);
    return page;
}

QWidget *NewRequestDialog::makeFormPage()
{
    auto *page = new QWidget(this);
    m_chosen = new QLabel(page);
    m_chosen->setFont(Fonts::heading());
    m_chosen->setTextFormat(Qt::PlainText);
    m_title = new QLineEdit(page);
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("In one line: what is wrong, or what do you need?"));
    m_description = new QPlainTextEdit(page);
    m_description->setObjectName(u"description"_s);
    m_description->setTabChangesFocus(true);
    m_description->setMinimumHeight(descriptionLines * m_description->fontMetrics().lineSpacing());
    m_description->setPlaceholderText(tr("What happened, since when, what have you tried?"));
    m_priority = new QComboBox(page);
    m_priority->setObjectName(u"priority"_s);
    for (const Priority priority :
         {Priority::Low, Priority::Medium, Priority::High, Priority::Urgent})
        m_priority->addItem(TicketText::priority(priority), int(priority));
    m_priority->setCurrentIndex(m_priority->findData(int(Priority::Medium)));
    m_requesterLabel = new QLabel(tr("&For"), page);
    m_requester = new QComboBox(page);
    m_requester->setObjectName(u"requester"_s);
    m_requesterLabel->setBuddy(m_requester);
    m_files = new UploadList(m_context, page);
    auto *attach = new QPushButton(Icons::icon(u"attach"), tr("&Attach files…"), page);
    attach->setObjectName(u"attach"_s);
    connect(attach, &QPushButton::clicked, m_files, &UploadList::choose);

    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_chosen);
    form->addRow(m_requesterLabel, m_requester);
    form->addRow({}, m_errors->add(u"requester"_s, m_requester));
    form->addRow(tr("&Title"), m_title);
    form->addRow({}, m_errors->add(u"title"_s, m_title));
    form->addRow(tr("&Description"), m_description);
    FieldMessage *aboutDescription = m_errors->add(u"description"_s, m_description);
    form->addRow({}, aboutDescription);
    m_fields = new FormFields(m_context, form, aboutDescription, m_errors);
    form->addRow(tr("&Priority"), m_priority);
    form->addRow({}, m_errors->add(u"priority"_s, m_priority));
    form->addRow(tr("Files"), attach);
    form->addRow({}, m_files);
    form->addRow({}, m_errors->add(u"attachmentIds"_s, attach));
    return page;
}

void NewRequestDialog::loadDesks()
{
    m_categoryState->showLoading();
    fetchDesks(m_context, this, [this](const Result<QList<Desk>> &desks) {
        if (!desks) {
            m_categoryState->showError(tr("The desks could not be loaded"), desks.error());
            return;
        }
        m_desks = *desks;
        m_deskChoice->clear();
        for (const Desk &desk : std::as_const(m_desks))
            m_deskChoice->addItem(desk.name);
        m_deskChoice->setVisible(m_desks.size() > 1);
        if (m_desks.isEmpty()) {
            m_categoryState->showEmpty(tr("No desk takes requests from you"),
                                       tr("Ask an administrator to let you in."));
            return;
        }
        const auto chosen = std::find_if(m_desks.cbegin(), m_desks.cend(),
                                         [this](const Desk &desk) { return desk.id == m_desk.id; });
        const int index = chosen == m_desks.cend() ? 0 : int(chosen - m_desks.cbegin());
        m_deskChoice->setCurrentIndex(index);
        m_desk = m_desks[index];
        loadCategories();
    });
}

void NewRequestDialog::loadCategories()
{
    m_categoryState->showLoading();
    fetchCategories(m_context, m_desk.id, this, [this](const Result<QList<Category>> &categories) {
        if (!categories)
            m_categoryState->showError(tr("The categories could not be loaded"),
                                       categories.error());
        else if (categories->isEmpty())
            m_categoryState->showEmpty(tr("No categories"),
                                       tr("This desk takes requests of any kind."),
                                       tr("Write the request"));
        else
            showCategories(*categories);
    });
}

void NewRequestDialog::showCategories(const QList<Category> &categories)
{
    auto *grid = qobject_cast<QGridLayout *>(m_cards->layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int place = 0;
    const auto addCard = [&](const QString &title, const QString &text, const Category &category) {
        auto *card = new QCommandLinkButton(title, text, m_cards);
        card->setObjectName(u"category"_s);
        card->setIcon(Icons::icon(u"ticket", Icons::Ink::Accent));
        card->setAccessibleDescription(text);
        connect(card, &QCommandLinkButton::clicked, this, [this, category] { choose(category); });
        grid->addWidget(card, place / cardsInRow, place % cardsInRow);
        ++place;
    };
    for (const Category &category : categories)
        addCard(category.name, category.description, category);
    addCard(tr("Something else"), tr("We will find the right people for it."), {});
    grid->setRowStretch(place / cardsInRow + 1, 1);
    m_categoryState->showContent();
    if (!m_deskChoice->hasFocus() && m_pages->currentIndex() == CategoryPage)
        grid->itemAt(0)->widget()->setFocus(Qt::TabFocusReason);
}

void NewRequestDialog::begin(const Desk &desk, const Category &category)
{
    m_desk = desk;
    choose(category);
}

void NewRequestDialog::choose(const Category &category)
{
    m_category = category;
    m_chosen->setText(category.id.isValid() ? category.name : tr("Something else"));
    m_fields->setForm(category.fields);
    m_pages->setCurrentIndex(FormPage);
    m_title->setFocus();
    updateSend();
}

void NewRequestDialog::loadPeople()
{
    const bool others = m_context.session.can(Permission::TicketCreateForOthers);
    m_requesterLabel->setVisible(others);
    m_requester->setVisible(others);
    const PersonRef me = m_context.session.me().account.ref();
    m_requester->addItem(tr("%1 (myself)").arg(me.displayName), 0);
    if (!others)
        return;
    m_requester->setEditable(true);
    m_requester->lineEdit()->setObjectName(u"requesterLine"_s);
    m_requester->lineEdit()->setAccessibleName(tr("For"));
    m_requester->setInsertPolicy(QComboBox::NoInsert);
    fetchPeople(m_context, {}, this, [this, me](const Result<QList<PersonRef>> &people) {
        for (const PersonRef &person : people.value_or(QList<PersonRef>())) {
            if (person.id != me.id)
                m_requester->addItem(person.displayName, person.id.value());
        }
    });
}

TicketDraft NewRequestDialog::draft() const
{
    return {.title = m_title->text().trimmed(),
            .description = m_description->toPlainText().trimmed(),
            .priority = Priority(m_priority->currentData().toInt()),
            .desk = m_desk.id,
            .category = m_category.id,
            .requester = AccountId(m_requester->currentData().toLongLong()),
            .customFields = m_fields->values(),
            .attachmentIds = m_files->finishedIds()};
}

QList<FieldError> NewRequestDialog::faults() const
{
    const TicketDraft written = draft();
    QList<FieldError> faults = validate(written);
    checkFormValues(m_fields->form(), written.customFields, faults);
    return faults;
}

bool NewRequestDialog::hasContent() const
{
    return !m_title->text().trimmed().isEmpty() || !m_description->toPlainText().trimmed().isEmpty()
           || m_files->count() > 0 || !m_fields->isEmpty();
}

void NewRequestDialog::updateSend()
{
    const bool onForm = m_pages->currentIndex() == FormPage;
    m_back->setVisible(onForm);
    m_send->setVisible(onForm);
    m_send->setEnabled(!m_sending && !m_files->isPending());
    m_send->setToolTip(m_files->isPending() ? tr("The files are still on their way") : QString());
}

void NewRequestDialog::send()
{
    if (m_sending || !m_errors->validateAll())
        return;
    // A send repeated after a lost answer must not become a second ticket.
    if (m_key.isEmpty())
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    Api::Request request = Api::Request::post(u"/tickets"_s, toJson(draft()));
    request.withKey(m_key);
    m_sending = true;
    m_notice->hide();
    updateSend();
    m_context.client.fetch<Ticket>(request, this,
                                   [this](const Result<Ticket> &ticket) { answered(ticket); });
}

void NewRequestDialog::answered(const Result<Ticket> &ticket)
{
    m_sending = false;
    updateSend();
    if (ticket) {
        Q_EMIT created(*ticket);
        accept();
        return;
    }
    const Error &error = ticket.error();
    const QList<FieldError> others = m_errors->showErrors(error.fields);
    m_errors->focusFirst();
    if (error.fields.isEmpty() || !others.isEmpty()) {
        m_notice->setText(sentence(error));
        m_notice->show();
    }
    // Refused input did nothing; what is corrected is another request.
    if (error.code == ErrorCode::Invalid)
        m_key.clear();
}

void NewRequestDialog::reject()
{
    if (!hasContent()) {
        QDialog::reject();
        return;
    }
    const Question question{.title = tr("Discard this request?"),
                            .text = tr("What you have written will be lost."),
                            .verb = tr("Discard")};
    ConfirmDialog::ask(this, question, [this](const Decision &decision) {
        if (decision.accepted)
            QDialog::reject();
    });
}

} // namespace Deskbell::App
