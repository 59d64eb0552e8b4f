-- SPDX-License-Identifier: GPL-3.0-or-later
-- The next run that waits, for this transaction alone; what waits for the same ticket comes one
-- after the other.
SELECT r.id, r.ticket_id, r.chain::text, t.requester_id, g.name, g.query, g.actions,
       g.enabled AND g.deleted_at IS NULL
FROM ticket.trigger_run r
JOIN ticket.ticket_trigger g ON g.id = r.trigger_id
JOIN ticket.ticket t ON t.id = r.ticket_id
WHERE r.outcome IS NULL
  AND NOT EXISTS (SELECT 1 FROM ticket.trigger_run e
                  WHERE e.ticket_id = r.ticket_id AND e.outcome IS NULL AND e.id < r.id)
ORDER BY r.id
LIMIT 1
FOR NO KEY UPDATE OF r SKIP LOCKED
