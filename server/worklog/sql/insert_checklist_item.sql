-- SPDX-License-Identifier: GPL-3.0-or-later
-- Behind all others.
INSERT INTO ticket.checklist_item (ticket_id, position, body, done_by, done_at, created_by, created_at)
SELECT :ticket, COALESCE(max(i.position), 0) + 1, :body, :done_by, :done_at, :account, :now
FROM ticket.checklist_item i
WHERE i.ticket_id = :ticket
RETURNING id
