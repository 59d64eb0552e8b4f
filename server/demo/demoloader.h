// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/base/environment.h"

namespace Deskbell::Server {

/// Fills a database without accounts with the demo desk: its people, categories, teams, and
/// conversations that end about now. Everything goes through the services, each step by its person
/// at its time, in one transaction: all of it is there or nothing. Does nothing where there are
/// accounts already. Answers whether it filled the database.
Result<bool> loadDemo(const Environment &environment, Db::Connection &db);

} // namespace Deskbell::Server
