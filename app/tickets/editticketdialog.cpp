// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/editticketdialog.h"

#include "app/desks/choices.h"
#include "app/desks/formfields.h"
#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

EditTicketDialog::EditTicketDialog(AppContext &context, const Ticket &ticket, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ticket(ticket)
    , m_title(new QLineEdit(ticket.title, this))
    , m_description(new QPlainTextEdit(ticket.description, this))
    , m_category(new QComboBox(this))
    , m_tags(new QLineEdit(ticket.tags.join(u", "_s), this))
    , m_visibility(new QComboBox(this))
    , m_hasDue(new QCheckBox(this))
    , m_due(new QDateTimeEdit(this))
    , m_notice(new QLabel(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"editTicketDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit %1").arg(ticket.number));
    resize(560, 480);
    buildForm();
    m_errors->setValidator([this] {
        const TicketPatch change = patch();
        QList<FieldError> faults = validate(change);
        if (change.customFields)
            checkFormValues(m_fields->form(), *change.customFields, faults);
        return faults;
    });
    connect(m_category, &QComboBox::currentIndexChanged, this, &EditTicketDialog::showForm);
    loadCategories();
}

void EditTicketDialog::buildForm()
{
    m_title->setObjectName(u"title"_s);
    m_description->setObjectName(u"description"_s);
    m_description->setTabChangesFocus(true);
    m_category->setObjectName(u"category"_s);
    m_tags->setObjectName(u"tags"_s);
    m_tags->setPlaceholderText(tr("Separated by commas"));
    m_visibility->setObjectName(u"visibility"_s);
    m_visibility->addItem(tr("Internal: the staff of the desk"), int(Visibility::Internal));
    m_visibility->addItem(tr("Restricted: only those let in"), int(Visibility::Restricted));
    m_visibility->setCurrentIndex(m_visibility->findData(int(m_ticket.visibility)));
    m_hasDue->setObjectName(u"hasDue"_s);
    m_hasDue->setText(tr("Due on"));
    m_hasDue->setChecked(m_ticket.dueAt.isValid());
    m_due->setObjectName(u"dueAt"_s);
    m_due->setCalendarPopup(true);
    m_due->setDateTime(m_ticket.dueAt.isValid() ? m_ticket.dueAt.toLocalTime()
                                                : QDateTime::currentDateTime().addDays(1));
    m_due->setEnabled(m_hasDue->isChecked());
    m_due->setAccessibleName(tr("Due date"));
    connect(m_hasDue, &QCheckBox::toggled, m_due, &QWidget::setEnabled);
    m_category->addItem(tr("None"), 0);
    if (m_ticket.category) {
        m_category->addItem(m_ticket.category->name, m_ticket.category->id.value());
        m_category->setCurrentIndex(1);
    }
    m_notice->setObjectName(u"notice"_s);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();

    const bool all
            = m_ticket.details && m_ticket.details->allowedActions.contains(TicketAction::EditAll);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_tags, m_visibility, m_hasDue})
        widget->setEnabled(all);
    m_due->setEnabled(all && m_hasDue->isChecked());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"save"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &EditTicketDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_notice);
    form->addRow(tr("&Title"), m_title);
    form->addRow({}, m_errors->add(u"title"_s, m_title));
    form->addRow(tr("&Description"), m_description);
    form->addRow({}, m_errors->add(u"description"_s, m_description));
    form->addRow(tr("&Category"), m_category);
    FieldMessage *aboutCategory = m_errors->add(u"category"_s, m_category);
    form->addRow({}, aboutCategory);
    m_fields = new FormFields(m_context, form, aboutCategory, m_errors);
    m_fields->setValues(m_ticket.customFields);
    form->addRow(tr("Ta&gs"), m_tags);
    form->addRow({}, m_errors->add(u"tags"_s, m_tags));
    form->addRow(tr("&Visibility"), m_visibility);
    form->addRow({}, m_errors->add(u"visibility"_s, m_visibility));
    form->addRow(m_hasDue, m_due);
    form->addRow({}, m_errors->add(u"dueAt"_s, m_due));
    form->addRow(buttons);
}

void EditTicketDialog::loadCategories()
{
    fetchCategories(m_context, m_ticket.desk.id, this,
                    [this](const Result<QList<Category>> &categories) {
                        m_categories = categories.value_or(QList<Category>());
                        for (const Category &category : std::as_const(m_categories)) {
                            if (m_category->findData(category.id.value()) < 0)
                                m_category->addItem(category.name, category.id.value());
                        }
                        showForm();
                    });
}

void EditTicketDialog::showForm()
{
    const CategoryId chosen(m_category->currentData().toLongLong());
    for (const Category &category : std::as_const(m_categories)) {
        if (category.id == chosen)
            return m_fields->setForm(category.fields);
    }
    m_fields->setForm({});
}

TicketPatch EditTicketDialog::patch() const
{
    TicketPatch patch;
    if (const QString title = m_title->text().trimmed(); title != m_ticket.title)
        patch.title = title;
    if (const QString text = m_description->toPlainText(); text != m_ticket.description)
        patch.description = text;
    const CategoryId category(m_category->currentData().toLongLong());
    if (category != (m_ticket.category ? m_ticket.category->id : CategoryId()))
        patch.category = category;
    if (m_fields->differFrom(m_ticket.customFields))
        patch.customFields = m_fields->values();
    if (const QStringList tags = TicketText::tags(m_tags->text()); tags != m_ticket.tags)
        patch.tags = tags;
    if (const auto visibility = Visibility(m_visibility->currentData().toInt());
        visibility != m_ticket.visibility)
        patch.visibility = visibility;
    const QDateTime due = m_hasDue->isChecked() ? m_due->dateTime().toUTC() : QDateTime();
    if (due != m_ticket.dueAt)
        patch.dueAt = due;
    return patch;
}

void EditTicketDialog::save()
{
    if (!m_errors->validateAll())
        return;
    const TicketPatch change = patch();
    if (change.fields().isEmpty()) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    Api::Request request
            = Api::Request::patch(u"/tickets/%1"_s.arg(m_ticket.id.value()), toJson(change));
    request.ifVersion(m_ticket.version);
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        m_save->setEnabled(true);
        if (!answer) {
            refused(answer.error());
            return;
        }
        Q_EMIT saved();
        accept();
    });
}

void EditTicketDialog::refused(const Error &error)
{
    if (error.code == ErrorCode::VersionMismatch) {
        const auto current
                = fromJson<Ticket>(error.params.value("current"_L1).toObject(), Unknown::Ignored);
        if (current) {
            showConflict(*current);
            return;
        }
    }
    const QList<FieldError> others = m_errors->showErrors(error.fields);
    if (error.fields.isEmpty() || !others.isEmpty()) {
        m_notice->setText(sentence(error));
        m_notice->show();
    }
}

/// Says what somebody else wrote into the fields that are changed here; saving again overwrites it
/// knowingly.
void EditTicketDialog::showConflict(const Ticket &current)
{
    QStringList lines{tr("Somebody changed this ticket while you were editing it.")};
    const auto compare = [&](const QString &name, const QString &theirs, const QString &before,
                             const QString &mine) {
        if (theirs != before && theirs != mine)
            lines.append(tr("%1 is now: %2").arg(name, theirs.isEmpty() ? tr("empty") : theirs));
    };
    compare(tr("Title"), current.title, m_ticket.title, m_title->text());
    compare(tr("Description"), current.description, m_ticket.description,
            m_description->toPlainText());
    compare(tr("Tags"), current.tags.join(u", "_s), m_ticket.tags.join(u", "_s), m_tags->text());
    compare(tr("Category"), current.category ? current.category->name : QString(),
            m_ticket.category ? m_ticket.category->name : QString(), m_category->currentText());
    const auto chosen = Visibility(m_visibility->currentData().toInt());
    const auto words = [this](Visibility visibility) {
        return m_visibility->itemText(m_visibility->findData(int(visibility)));
    };
    compare(tr("Visibility"), words(current.visibility), words(m_ticket.visibility), words(chosen));
    lines.append(tr("Save again to keep what you wrote, or cancel to keep theirs."));
    m_notice->setText(lines.join(u'\n'));
    m_notice->show();
    // Fields that only they changed are theirs; those changed here stay as written here.
    if (m_title->text() == m_ticket.title)
        m_title->setText(current.title);
    if (m_description->toPlainText() == m_ticket.description)
        m_description->setPlainText(current.description);
    if (TicketText::tags(m_tags->text()) == m_ticket.tags)
        m_tags->setText(current.tags.join(u", "_s));
    if (chosen == m_ticket.visibility)
        m_visibility->setCurrentIndex(m_visibility->findData(int(current.visibility)));
    const std::optional<TicketDetails> details = m_ticket.details;
    m_ticket = current;
    m_ticket.details = details;
}

} // namespace Deskbell::App
