-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets that have been in that status since before some moment, each with somebody who may see
-- it. For the system, which sees everything. What was dealt with is no longer among them, so only
-- those that could not be are skipped.
SELECT t.id, t.requester_id
FROM ticket.ticket t
WHERE t.workflow_version_id = :workflow AND t.status = :status AND t.deleted_at IS NULL
  AND t.status_changed_at <= :since
ORDER BY t.status_changed_at, t.id
LIMIT :limit OFFSET :skipped
