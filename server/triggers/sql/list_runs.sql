-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest runs of a trigger. Of a ticket that the reader does not see it says nothing.
SELECT json_build_object(
           'id', r.id,
           'ticket', CASE WHEN t.id IS NULL THEN NULL
                          ELSE json_build_object('id', t.id, 'number', t.number, 'title', t.title) END,
           'outcome', r.outcome,
           'reason', r.reason,
           'queuedAt', ticket.iso(r.queued_at),
           'finishedAt', ticket.iso(r.finished_at))
FROM (SELECT n.* FROM ticket.trigger_run n WHERE n.trigger_id = :trigger ORDER BY n.id DESC LIMIT 100) r
-- OFFSET 0 keeps the planner from reading every ticket.
LEFT JOIN LATERAL (SELECT v.id, d.key || '-' || v.number AS number, v.title
                   FROM ticket.visible_tickets(:viewer) v
                   JOIN ticket.desk d ON d.id = v.desk_id
                   WHERE v.id = r.ticket_id
                   OFFSET 0) t ON true
ORDER BY r.id DESC
