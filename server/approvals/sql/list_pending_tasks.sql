-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for somebody's decision, the oldest first.
SELECT json_build_object(
           'id', s.id,
           'process', p.id,
           'ticket', json_build_object('id', t.id, 'number', d.key || '-' || t.number, 'title', t.title),
           'template', p.template_name,
           'step', s.name,
           'approvers', ticket.people_json(mine.approvers),
           'requestedAt', ticket.iso(s.started_at),
           'decision', NULL,
           'decidedBy', NULL,
           'decidedAt', NULL,
           'comment', ''),
       ticket.iso(s.started_at), s.id
FROM (SELECT x.step_id, array_agg(x.account_id ORDER BY x.place_id) AS approvers
      FROM ticket.decidable_places(:viewer, :now) x
      GROUP BY x.step_id) mine
JOIN ticket.approval_step s ON s.id = mine.step_id
JOIN ticket.approval_process p ON p.id = s.process_id
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
CROSS JOIN LATERAL (SELECT v.id, v.number, v.title, v.desk_id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = p.ticket_id
                    OFFSET 0) t
JOIN ticket.desk d ON d.id = t.desk_id
WHERE (ticket.iso(s.started_at), s.id) > (:after_name::text, :after_id::bigint)
ORDER BY ticket.iso(s.started_at), s.id
LIMIT :limit OFFSET :skipped
