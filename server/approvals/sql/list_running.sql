-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets with a running process after some id, each with somebody who may see it. For the system,
-- which sees everything.
SELECT p.ticket_id, t.requester_id, p.body, p.stuck
FROM ticket.approval_process_answer p
JOIN ticket.ticket t ON t.id = p.ticket_id
WHERE p.state = 'pending' AND t.deleted_at IS NULL AND p.ticket_id > :after
ORDER BY p.ticket_id
LIMIT :limit
