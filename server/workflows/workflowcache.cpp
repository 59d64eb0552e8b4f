// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/workflowcache.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<std::shared_ptr<const WorkflowDefinition>>
WorkflowCache::definition(Db::Connection &db, WorkflowVersionId version)
{
    {
        const QReadLocker locker(&m_lock);
        if (const auto known = m_definitions.constFind(version); known != m_definitions.cend())
            return *known;
    }
    auto rows = db.run("workflows/select_definition", {{":version", version}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"There is no workflow version %1."_s.arg(version.value())));
    auto definition = fromJsonBytes<WorkflowDefinition>(rows->view(0), Unknown::Ignored);
    if (!definition) {
        return fail(Error::internal(u"Workflow version %1 cannot be read: %2"_s.arg(
                QString::number(version.value()), definition.error().detail)));
    }
    auto shared = std::make_shared<const WorkflowDefinition>(std::move(*definition));
    const QWriteLocker locker(&m_lock);
    return m_definitions.insert(version, shared).value();
}

} // namespace Deskbell::Server
