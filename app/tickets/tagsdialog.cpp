// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/tagsdialog.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/widgets/formerrors.h"
#include "common/base/paging.h"
#include "common/desks/tag.h"
#include "common/tickets/ticketrules.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

TagsDialog::TagsDialog(AppContext &context, const QList<Ticket> &tickets, QWidget *parent)
    : QDialog(parent)
    , m_new(new QLineEdit(this))
    , m_errors(new FormErrors(this))
{
    setObjectName(u"tagsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(380);
    setWindowTitle(tickets.size() == 1 ? tr("Tags of %1").arg(tickets.first().number)
                                       : tr("Tags of %n ticket(s)", nullptr, int(tickets.size())));
    m_new->setObjectName(u"newTags"_s);
    m_new->setPlaceholderText(tr("Such as vpn, printer"));

    QMap<QString, qsizetype> counts;
    for (const Ticket &ticket : tickets) {
        for (const QString &tag : ticket.tags)
            ++counts[tag];
    }
    auto *tags = new QVBoxLayout;
    for (auto tag = counts.cbegin(); tag != counts.cend(); ++tag) {
        auto *box = new QCheckBox(QString(tag.key()).replace(u'&', u"&&"_s), this);
        box->setObjectName(u"tag-"_s + tag.key());
        const Qt::CheckState state
                = tag.value() == tickets.size() ? Qt::Checked : Qt::PartiallyChecked;
        box->setTristate(state == Qt::PartiallyChecked);
        box->setCheckState(state);
        m_rows.append({.tag = tag.key(), .before = state, .box = box});
        tags->addWidget(box);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    QPushButton *send = buttons->addButton(tr("Change tags"), QDialogButtonBox::AcceptRole);
    send->setObjectName(u"changeTags"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &TagsDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("&New tags"), m_new);
    form->addRow({}, m_errors->add(u"tags"_s, m_new));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::margin);
    column->addLayout(form);
    column->addLayout(tags);
    column->addWidget(buttons);
    m_errors->setValidator([this] {
        QList<FieldError> faults;
        checkTags(typed(), faults);
        return faults;
    });
    m_new->setFocus();
    offerKnown(context);
}

QStringList TagsDialog::typed() const
{
    QStringList tags;
    for (const QString &word : m_new->text().split(u',')) {
        if (const QString tag = word.simplified(); !tag.isEmpty())
            tags.append(tag);
    }
    return tags;
}

/// While one types the first of them.
void TagsDialog::offerKnown(AppContext &context)
{
    context.client.fetch<Page<Tag>>(
            Api::Request::get(u"/tags"_s, {{u"pageSize"_s, QString::number(maxPageSize)}}), this,
            [this](const Result<Page<Tag>> &page) {
                QStringList names;
                for (const Tag &tag : page ? page->data : QList<Tag>())
                    names.append(tag.name);
                auto *completer = new QCompleter(names, this);
                completer->setCaseSensitivity(Qt::CaseInsensitive);
                m_new->setCompleter(completer);
            });
}

void TagsDialog::send()
{
    if (!m_errors->validateAll())
        return;
    QStringList add = typed();
    QStringList remove;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.box->checkState() == row.before)
            continue;
        if (row.box->checkState() == Qt::Checked)
            add.append(row.tag);
        else if (row.box->checkState() == Qt::Unchecked)
            remove.append(row.tag);
    }
    if (!add.isEmpty() || !remove.isEmpty())
        Q_EMIT chosen(add, remove);
    accept();
}

} // namespace Deskbell::App
