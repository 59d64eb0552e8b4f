-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which of these tickets somebody sees as staff of their desks.
SELECT t.id
FROM unnest(:tickets::bigint[]) s (id)
-- OFFSET 0 keeps the planner from reading every ticket.
CROSS JOIN LATERAL (SELECT v.id, v.desk_id FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = s.id
                    OFFSET 0) t
WHERE t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'ticket.view_all') d)
   OR t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'ticket.view_team') d)
