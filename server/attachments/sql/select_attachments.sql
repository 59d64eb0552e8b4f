-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT f.id, f.body
FROM ticket.attachment_answer f
JOIN ticket.visible_tickets(:viewer) t ON t.id = f.ticket_id
WHERE f.ticket_id = :ticket
  AND f.deleted_at IS NULL
  AND f.id > :after
  AND (NOT f.internal OR t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'ticket.note') d))
ORDER BY f.id
OFFSET :skip LIMIT :limit
