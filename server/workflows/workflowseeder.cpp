// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/workflowseeder.h"

#include "common/workflows/presets.h"
#include "server/db/transaction.h"

namespace Deskbell::Server {

namespace {

Result<> seed(Db::Connection &db, const WorkflowDefinition &preset, const QDateTime &now)
{
    auto made = db.run("workflows/insert_preset",
                       {{":key", preset.key}, {":name", preset.label}, {":now", now}});
    if (!made)
        return fail(made.error());
    auto version = db.run("workflows/insert_preset_version",
                          {{":key", preset.key}, {":definition", toJson(preset)}, {":now", now}});
    if (!version)
        return fail(version.error());
    return {};
}

} // namespace

Result<> seedWorkflows(Db::Connection &db, const QDateTime &now)
{
    return Db::inTransaction(db, [&]() -> Result<> {
        if (auto locked = db.run("workflows/lock_presets"); !locked)
            return fail(locked.error());
        for (const WorkflowDefinition &preset : workflowPresets()) {
            if (auto seeded = seed(db, preset, now); !seeded)
                return seeded;
        }
        return {};
    });
}

} // namespace Deskbell::Server
