// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/entitydialog.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/widgets/formerrors.h"
#include "app/widgets/noticebox.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int dialogWidth = 460;

/// What a draft says where the entity shows more: the id of what is named.
QJsonValue asDrafted(const QJsonValue &shown)
{
    if (shown.isArray()) {
        QJsonArray list;
        for (const QJsonValue &one : shown.toArray())
            list.append(asDrafted(one));
        return list;
    }
    if (!shown.isObject())
        return shown;
    QJsonObject members = shown.toObject();
    if (members.contains("id"_L1))
        return members["id"_L1];
    for (QJsonValueRef member : members)
        member = asDrafted(member);
    return members;
}

/// A field of an entity for people.
QString asText(const QJsonValue &shown)
{
    for (const auto name : {"name"_L1, "displayName"_L1, "label"_L1}) {
        if (shown.isObject() && shown[name].isString())
            return shown[name].toString();
    }
    if (shown.isArray()) {
        QStringList texts;
        for (const QJsonValue &one : shown.toArray())
            texts.append(asText(one));
        return texts.join(u", "_s);
    }
    return shown.toVariant().toString();
}

} // namespace

EntityDialog::EntityDialog(AppContext &context, const QString &path,
                           const std::optional<Original> &original, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_path(path)
    , m_original(original)
    , m_pages(new QStackedWidget(this))
    , m_fields(new QWidget(m_pages))
    , m_form(new QFormLayout(m_fields))
    , m_notice(new NoticeBox(this))
    , m_errors(new FormErrors(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(dialogWidth, sizeHint().height());
    m_notice->setObjectName(u"notice"_s);
    m_form->setContentsMargins({});
    m_pages->addWidget(m_fields);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"cancel"_s);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"save"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntityDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_errors->setValidator([this] { return faults(); });
}

void EntityDialog::addField(const QString &field, const QString &label, QWidget *editor)
{
    editor->setObjectName(field);
    m_form->addRow(label, editor);
    m_form->addRow({}, m_errors->add(field, editor));
    m_labels.append({field, QString(label).remove(u'&')});
}

void EntityDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous()) {
        // Made before the fields, the buttons come after them.
        setTabOrder(previousInFocusChain(), m_save);
        setTabOrder(m_save, m_cancel);
        if (!m_choice)
            focusFirstField();
    }
    QDialog::showEvent(event);
}

void EntityDialog::focusFirstField()
{
    for (const auto &[field, label] : std::as_const(m_labels)) {
        auto *editor = m_fields->findChild<QWidget *>(field);
        if (editor && editor->isEnabled()) {
            editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void EntityDialog::beginWith(QWidget *choice)
{
    m_choice = choice;
    m_pages->addWidget(choice);
    m_pages->setCurrentWidget(choice);
    m_save->hide();
}

void EntityDialog::goOn()
{
    m_pages->setCurrentWidget(m_fields);
    m_pages->removeWidget(m_choice);
    m_choice->deleteLater();
    m_choice = nullptr;
    m_save->show();
    m_save->setDefault(true);
    focusFirstField();
    resize(dialogWidth, sizeHint().height());
}

QJsonObject EntityDialog::changes() const
{
    QJsonObject now = draft();
    if (!m_original)
        return now;
    for (auto it = now.begin(); it != now.end();) {
        if (it.value() == m_original->draft.value(it.key()))
            it = now.erase(it);
        else
            ++it;
    }
    return now;
}

void EntityDialog::save()
{
    if (!m_errors->validateAll())
        return;
    const QJsonObject body = changes();
    if (m_original && body.isEmpty()) {
        accept();
        return;
    }
    Api::Request request = m_original ? Api::Request::patch(m_original->path, body)
                                      : Api::Request::post(m_path, body);
    if (m_original)
        request.ifVersion(m_original->version);
    m_save->setEnabled(false);
    m_context.client.send(request, this, [this](const Result<Api::Answer> &answer) {
        m_save->setEnabled(true);
        if (!answer) {
            answered(answer.error());
            return;
        }
        Q_EMIT saved(answer->json().value_or(QJsonObject()));
        accept();
    });
}

void EntityDialog::answered(const Error &error)
{
    const QJsonObject current = error.params.value("current"_L1).toObject();
    if (m_original && error.code == ErrorCode::VersionMismatch && !current.isEmpty()) {
        tellTheirs(current);
        return;
    }
    const QList<FieldError> others = m_errors->showErrors(error.fields);
    m_errors->focusFirst();
    if (error.fields.isEmpty() || !others.isEmpty())
        m_notice->showError(error);
    else
        m_notice->clear();
}

void EntityDialog::tellTheirs(const QJsonObject &current)
{
    QStringList theirs;
    for (const auto &[field, label] : std::as_const(m_labels)) {
        const QJsonValue now = asDrafted(current.value(field));
        if (!m_original->draft.contains(field) || now == m_original->draft.value(field))
            continue;
        m_original->draft[field] = now;
        theirs.append(tr("%1 is now “%2”.").arg(label, asText(current.value(field))));
    }
    m_original->version = current.value("version"_L1).toInt(m_original->version);
    theirs.append(tr("Save again to put what stands here in its place."));
    m_notice->show(Tone::Amber, tr("Somebody else changed it in the meantime."),
                   theirs.join(u'\n'));
}

} // namespace Deskbell::App
