-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(DISTINCT l.step_id)
FROM ticket.approval_place l
JOIN ticket.approval_step s ON s.id = l.step_id
JOIN ticket.approval_process p ON p.id = s.process_id
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
CROSS JOIN LATERAL (SELECT v.id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = p.ticket_id
                    OFFSET 0) t
WHERE l.decision IS NOT NULL AND (l.account_id = :viewer OR l.decided_by = :viewer)
