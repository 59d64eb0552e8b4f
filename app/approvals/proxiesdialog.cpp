// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/proxiesdialog.h"

#include "app/accounts/personfield.h"
#include "app/net/session.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/style.h"
#include "app/shell/theme.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/pagedtable.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ProxiesModel::ProxiesModel(AppContext &context, QObject *parent)
    : PagedModel(context.client, parent)
    , m_context(context)
{}

QVariant ProxiesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case WhoColumn: return tr("Who for whom");
    case FromColumn: return tr("From");
    case ToColumn: return tr("To");
    case StateColumn: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QVariant ProxiesModel::cell(const ApprovalProxy &proxy, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QDateTime now = m_context.clock.now();
    switch (Column(column)) {
    case WhoColumn:
        return proxy.principal.id == m_context.session.me().account.id
                       ? tr("%1 for me").arg(proxy.person.displayName)
                       : tr("I for %1").arg(proxy.principal.displayName);
    case FromColumn: return TimeText::moment(proxy.from, now);
    case ToColumn: return TimeText::moment(proxy.to, now);
    case StateColumn:
        if (proxy.active)
            return tr("In force");
        return proxy.from > now ? tr("To come") : tr("Not in force");
    case ColumnCount: break;
    }
    return {};
}

ProxiesDialog::ProxiesDialog(AppContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(new ProxiesModel(context, this))
    , m_table(new PagedTable(*m_model, this))
    , m_notice(new NoticeBox(this))
    , m_remove(new QPushButton(Icons::icon(u"trash"), tr("End…"), this))
    , m_person(new PersonField(context, this))
    , m_from(new QDateTimeEdit(this))
    , m_to(new QDateTimeEdit(this))
    , m_add(new QPushButton(tr("Add stand-in"), this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"proxiesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("My stand-ins"));
    resize(640, 520);
    m_remove->setObjectName(u"proxyRemove"_s);
    m_table->search().hide();
    m_table->addButton(m_remove);
    m_table->setWords(
            {.title = tr("Stand-ins"),
             .searchHint = {},
             .emptyTitle = tr("Nobody stands in"),
             .emptyText = tr("Name somebody below who decides in your place while you are away."),
             .failed = tr("The stand-ins could not be loaded")});
    m_table->table().setColumnWidth(ProxiesModel::WhoColumn, 210);
    m_table->table().setColumnWidth(ProxiesModel::FromColumn, 150);
    m_table->table().setColumnWidth(ProxiesModel::ToColumn, 150);
    buildForm();
    connect(m_table, &PagedTable::currentRowChanged, this, &ProxiesDialog::updateButtons);
    connect(m_model, &PagedModelBase::stateChanged, this, &ProxiesDialog::updateButtons);
    connect(m_remove, &QPushButton::clicked, this, &ProxiesDialog::askToRemove);
    connect(m_add, &QPushButton::clicked, this, &ProxiesDialog::add);
    m_model->setSource(u"/me/proxies"_s, {});
    updateButtons();
}

void ProxiesDialog::buildForm()
{
    m_person->setObjectName(u"person"_s);
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_add->setObjectName(u"proxyAdd"_s);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    setButtonLook(m_add, ButtonLook::Primary);
    const QDateTime now = m_context.clock.now().toLocalTime();
    m_from->setDateTime(now);
    m_to->setDateTime(now.addDays(7));
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setMinimumWidth(180);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, Metrics::margin);
    form->addRow(m_notice);
    form->addRow(tr("&Person"), m_person);
    form->addRow({}, m_errors->add(u"person"_s, m_person));
    form->addRow(tr("&From"), m_from);
    form->addRow({}, m_errors->add(u"from"_s, m_from));
    form->addRow(tr("&To"), m_to);
    form->addRow({}, m_errors->add(u"to"_s, m_to));
    form->addRow({}, m_add);
    form->addRow(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(form);
    m_errors->setValidator([this] {
        QList<FieldError> faults;
        if (!m_person->person().isValid())
            faults.append({.field = u"person"_s, .key = "required"});
        return faults + validate(draft());
    });
}

ApprovalProxyDraft ProxiesDialog::draft() const
{
    return {.person = m_person->person(),
            .from = m_from->dateTime().toUTC(),
            .to = m_to->dateTime().toUTC()};
}

void ProxiesDialog::updateButtons()
{
    const int row = m_table->currentRow();
    // Only whoever is stood in for ends it.
    m_remove->setEnabled(row >= 0 && row < m_model->rowCount()
                         && m_model->entryAt(row).principal.id
                                    == m_context.session.me().account.id);
}

void ProxiesDialog::add()
{
    m_notice->clear();
    if (!m_errors->validateAll())
        return;
    m_add->setEnabled(false);
    m_context.client.send(Api::Request::post(u"/me/proxies"_s, toJson(draft())), this,
                          [this](const Result<Api::Answer> &answer) {
                              m_add->setEnabled(true);
                              if (answer) {
                                  m_person->setEditText({});
                                  m_errors->clear();
                                  m_model->refresh();
                                  return;
                              }
                              const QList<FieldError> others
                                      = m_errors->showErrors(answer.error().fields);
                              if (answer.error().fields.isEmpty() || !others.isEmpty())
                                  m_notice->showError(answer.error());
                          });
}

void ProxiesDialog::askToRemove()
{
    const ApprovalProxy proxy = m_model->entryAt(m_table->currentRow());
    const Question question{.title
                            = tr("End that %1 stands in for you?").arg(proxy.person.displayName),
                            .text = tr("What was decided in your place stays decided."),
                            .verb = tr("End it")};
    ConfirmDialog::ask(this, question, [this, proxy](const Decision &answer) {
        for (int row = 0; answer.accepted && row < m_model->rowCount(); ++row) {
            if (m_model->entryAt(row).id == proxy.id) {
                remove(row);
                return;
            }
        }
    });
}

void ProxiesDialog::remove(int row)
{
    const ApprovalProxy proxy = m_model->takeOut(row);
    m_notice->clear();
    m_context.client.send(Api::Request::remove(u"/me/proxies/%1"_s.arg(proxy.id.value())), this,
                          [this, row, proxy](const Result<Api::Answer> &answer) {
                              m_model->settle(row, proxy,
                                              answer ? ProxiesModel::Outcome::Agreed
                                                     : ProxiesModel::Outcome::Refused);
                              if (!answer)
                                  m_notice->showError(answer.error());
                          });
}

} // namespace Deskbell::App
