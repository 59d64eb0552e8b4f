-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT json_build_object(
           'id', i.id,
           'text', i.body,
           'done', i.done_at IS NOT NULL,
           'doneBy', ticket.person_json(i.done_by),
           'doneAt', ticket.iso(i.done_at))
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.checklist_item i ON i.ticket_id = t.id
WHERE t.id = :ticket
ORDER BY i.position, i.id
