// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organisations/organisationdialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

OrganisationDialog::OrganisationDialog(AppContext &context, const Organisation *organisation,
                                       QWidget *parent)
    : DraftDialog(context, u"/organisations"_s,
                  organisation ? std::optional(
                          Target{.id = organisation->id.value(), .version = organisation->version})
                               : std::nullopt,
                  organisation ? OrganisationDraft{.name = organisation->name,
                                                   .description = organisation->description}
                               : OrganisationDraft(),
                  parent)
    , m_name(new QLineEdit(before().name, this))
    , m_description(new QPlainTextEdit(before().description, this))
{
    setObjectName(u"organisationDialog"_s);
    setWindowTitle(organisation ? tr("Edit %1").arg(organisation->name) : tr("New organisation"));
    m_description->setTabChangesFocus(true);
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"description"_s, tr("&Description"), m_description);
}

OrganisationDraft OrganisationDialog::typed() const
{
    return {.name = m_name->text().trimmed(),
            .description = m_description->toPlainText().trimmed()};
}

} // namespace Deskbell::App
