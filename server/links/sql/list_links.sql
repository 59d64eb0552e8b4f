-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a ticket has to do with, as far as the viewer may see both.
SELECT json_build_object(
           'id', l.link_id,
           'kind', l.kind,
           'ticket', json_build_object('id', o.id, 'number', d.key || '-' || o.number, 'title', o.title),
           'statusCategory', o.status_category)
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.linked_ticket l ON l.ticket_id = t.id
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
CROSS JOIN LATERAL (SELECT v.id, v.number, v.title, v.desk_id, v.status_category
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = l.other_id
                    OFFSET 0) o
JOIN ticket.desk d ON d.id = o.desk_id
WHERE t.id = :ticket
ORDER BY l.created_at, l.other_id
