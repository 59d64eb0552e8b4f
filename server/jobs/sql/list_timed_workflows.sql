-- SPDX-License-Identifier: GPL-3.0-or-later
-- The versions of workflows by which something happens when a status has lasted.
SELECT v.id
FROM ticket.workflow_version v
WHERE v.definition @? '$.automatic[*] ? (@.trigger starts with "after:")'
ORDER BY v.id
