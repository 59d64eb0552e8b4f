-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(DISTINCT l.step_id)
FROM ticket.approval_place l
JOIN ticket.approval_step s ON s.id = l.step_id
JOIN ticket.approval_process p ON p.id = s.process_id
JOIN ticket.visible_tickets(:viewer) t ON t.id = p.ticket_id
WHERE l.decision IS NOT NULL AND (l.account_id = :viewer OR l.decided_by = :viewer)
