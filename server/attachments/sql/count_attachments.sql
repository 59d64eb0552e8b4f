-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.attachment f
JOIN ticket.visible_tickets(:viewer) t ON t.id = f.ticket_id
WHERE f.ticket_id = :ticket
  AND f.deleted_at IS NULL
  AND (NOT f.internal OR t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'ticket.note') d))
