-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.workflow_version old
JOIN ticket.ticket t ON t.workflow_version_id = old.id
WHERE old.workflow_id = :workflow AND old.number <> :newest
  AND t.deleted_at IS NULL AND t.status_category <> 'closed'
