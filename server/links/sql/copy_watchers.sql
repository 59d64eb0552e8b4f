-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity, created_at)
SELECT :target, p.account_id, p.capacity, :now
FROM ticket.ticket_participant p
WHERE p.ticket_id = :source AND p.capacity = 'watcher'
ON CONFLICT DO NOTHING
RETURNING account_id
