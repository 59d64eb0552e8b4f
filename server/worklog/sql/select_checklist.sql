-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT i.id, i.body, i.done_at IS NOT NULL
FROM ticket.checklist_item i
WHERE i.ticket_id = :ticket
ORDER BY i.position, i.id
