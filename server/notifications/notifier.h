// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/events/eventlog.h"

namespace Deskbell::Server {

/// Makes the notifications that follow from an event, in the transaction that writes it: who is to
/// be told of what is derived here and nowhere else. Nobody is told of what they did themselves,
/// of what they may not see at this moment, of a note without ticket.note, or of what they want to
/// hear nothing about. What makes a new kind of event worth telling is a row of the table in
/// notifier.cpp.
Result<> notifyOf(Context &context, const EventDraft &event);

} // namespace Deskbell::Server
