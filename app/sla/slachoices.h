// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;

namespace Deskbell::App {

class NoticeBox;
struct AppContext;

/// The desks whose service levels this person manages; what fails is told in the notice.
void fillWithSlaDesks(AppContext &context, QComboBox *box, NoticeBox *notice);

} // namespace Deskbell::App
