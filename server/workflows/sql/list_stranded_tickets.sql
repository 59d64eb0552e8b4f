-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first tickets that would be stranded, as far as the caller may see them.
SELECT t.id, d.key || '-' || t.number, t.title, t.status, f.stranding
FROM ticket.workflow_fates(:workflow, :ways::jsonb, :status_map::jsonb) f
JOIN ticket.visible_tickets(:viewer) t ON t.id = f.ticket_id
JOIN ticket.desk d ON d.id = t.desk_id
WHERE f.stranding <> 'none'
ORDER BY t.id
LIMIT :limit
