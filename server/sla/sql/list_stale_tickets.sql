-- SPDX-License-Identifier: GPL-3.0-or-later
-- Unfinished tickets that were reckoned by what their desk promised before, each with somebody who
-- may see it. For the system, which sees everything. What was dealt with is no longer among them,
-- so only those that could not be are skipped.
SELECT t.id, t.requester_id
FROM ticket.desk d
JOIN ticket.ticket t ON t.desk_id = d.id
WHERE d.service_revision > 0 AND t.sla_revision < d.service_revision
  AND t.deleted_at IS NULL AND t.status_category < 'resolved'
ORDER BY t.desk_id, t.sla_revision, t.id
LIMIT :limit OFFSET :skipped
