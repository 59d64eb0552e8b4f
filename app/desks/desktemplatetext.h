// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/desktemplate.h"

namespace Deskbell::App {

/// The templates of desks in words: those that ship are translated, others are shown as the
/// server names them.
namespace DeskTemplateText {
QString label(const DeskTemplateSummary &summary);
QString description(const DeskTemplateSummary &summary);
} // namespace DeskTemplateText

} // namespace Deskbell::App
