// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"

/// What the system events of a timeline say to people.
namespace Deskbell::App::EventText {

/// "John Smith took the ticket", "Status: New → In progress". Without the time.
QString sentence(const TimelineEntry &entry);

} // namespace Deskbell::App::EventText
