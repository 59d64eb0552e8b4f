-- SPDX-License-Identifier: GPL-3.0-or-later
-- The next ticket whose turn it is, held until the transaction ends; what another server holds is
-- left to it. Nothing once the operation is in another state.
SELECT x.position, x.ticket_id, x.old_value, x.version
FROM ticket.bulk_ticket x
WHERE x.bulk_id = :bulk AND x.outcome = 'waiting' AND x.position > :after
  AND EXISTS (SELECT 1 FROM ticket.bulk b WHERE b.id = :bulk AND b.state = :state)
ORDER BY x.position
LIMIT 1
FOR UPDATE OF x SKIP LOCKED
