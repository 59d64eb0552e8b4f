-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same for undoing.
SELECT x.position, x.ticket_id, x.old_value, x.version
FROM ticket.bulk_ticket x
WHERE x.bulk_id = :bulk AND x.outcome = 'changed' AND x.version IS NOT NULL AND x.position > :after
  AND EXISTS (SELECT 1 FROM ticket.bulk b WHERE b.id = :bulk AND b.state = :state)
ORDER BY x.position
LIMIT 1
FOR UPDATE OF x SKIP LOCKED
