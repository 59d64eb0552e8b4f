-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT t.desk_id, t.requester_id = :viewer, t.created_by = :viewer, t.assignee_id = :viewer,
       t.deleted_at IS NOT NULL
FROM ticket.visible_tickets(:viewer) t
WHERE t.id = :ticket
