-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets that wait for somebody of their team now, after the one named.
SELECT w.ticket_id, w.ticket_id, t.requester_id
FROM ticket.team_wait w
JOIN ticket.ticket t ON t.id = w.ticket_id
JOIN ticket.team tm ON tm.id = w.team_id
WHERE w.ticket_id > :after AND t.deleted_at IS NULL
  AND t.status_category IN ('open', 'waiting', 'hold') AND tm.assignment_rule <> 'none'
ORDER BY w.ticket_id
LIMIT :limit
