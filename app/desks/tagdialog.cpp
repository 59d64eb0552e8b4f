// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/tagdialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

TagDialog::TagDialog(AppContext &context, const Tag *tag, QWidget *parent)
    : DraftDialog(context, u"/tags"_s,
                  tag ? std::optional(Target{.id = tag->id.value(), .version = tag->version})
                      : std::nullopt,
                  tag ? TagDraft{.name = tag->name, .color = tag->color} : TagDraft(), parent)
    , m_name(new QLineEdit(before().name, this))
    , m_color(new QLineEdit(before().color, this))
{
    setObjectName(u"tagDialog"_s);
    setWindowTitle(tag ? tr("Edit %1").arg(tag->name) : tr("New tag"));
    m_color->setPlaceholderText(tr("Such as #1f6feb; empty: the theme's own"));
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"color"_s, tr("&Colour"), m_color);
}

TagDraft TagDialog::typed() const
{
    return {.name = m_name->text().trimmed(), .color = m_color->text().trimmed()};
}

} // namespace Deskbell::App
