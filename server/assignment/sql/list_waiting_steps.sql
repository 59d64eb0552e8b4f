-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.id, s.ticket_id, t.requester_id
FROM ticket.ticket_step s
JOIN ticket.ticket t ON t.id = s.ticket_id
WHERE s.ended_at IS NULL AND s.waiting <> 'released' AND s.id > :after
  AND t.deleted_at IS NULL
ORDER BY s.id
LIMIT :limit
