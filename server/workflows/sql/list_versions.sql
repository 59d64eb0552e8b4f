-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.body
FROM ticket.workflow_version_answer v
WHERE v.workflow_id = :workflow
ORDER BY v.number DESC
