-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT f.id, f.ticket_id, t.desk_id, f.file_name, f.sha256, f.size, f.media_type, f.internal,
       f.created_by, f.created_at
FROM ticket.attachment f
JOIN ticket.visible_tickets(:viewer) t ON t.id = f.ticket_id
WHERE f.id = :id
  AND f.deleted_at IS NULL
  AND (NOT f.internal OR t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'ticket.note') d))
