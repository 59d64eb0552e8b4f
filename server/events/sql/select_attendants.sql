-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which of these accounts may know who is at which of these tickets: those who see it as staff of its
-- desk.
SELECT s.id, array_agg(o.account_id)
FROM unnest(:tickets::bigint[]) s (id)
CROSS JOIN (SELECT x.account_id FROM ticket.overseeing_account x
            WHERE x.account_id = ANY (:accounts::bigint[])) o
CROSS JOIN LATERAL (SELECT v.desk_id FROM ticket.visible_tickets(o.account_id) v
                    WHERE v.id = s.id
                    OFFSET 0) t
WHERE EXISTS (SELECT 1 FROM ticket.account_permission p
              WHERE p.account_id = o.account_id
                AND p.permission IN ('ticket.view_all', 'ticket.view_team')
                AND (p.desk_id IS NULL OR p.desk_id = t.desk_id))
GROUP BY s.id
