-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody has decided, or a proxy for them, the last first.
SELECT json_build_object(
           'id', s.id,
           'process', p.id,
           'ticket', json_build_object('id', t.id, 'number', d.key || '-' || t.number, 'title', t.title),
           'template', p.template_name,
           'step', s.name,
           'approvers', ticket.people_json(mine.approvers),
           'requestedAt', ticket.iso(s.started_at),
           'decision', mine.decision,
           'decidedBy', ticket.person_json(mine.decided_by),
           'decidedAt', ticket.iso(mine.decided_at),
           'comment', mine.comment),
       ticket.iso(mine.decided_at), s.id
FROM (SELECT l.step_id, array_agg(l.account_id ORDER BY l.id) AS approvers, max(l.decided_at) AS decided_at,
             (array_agg(l.decision ORDER BY l.decided_at DESC, l.id))[1] AS decision,
             (array_agg(l.decided_by ORDER BY l.decided_at DESC, l.id))[1] AS decided_by,
             (array_agg(l.comment ORDER BY l.decided_at DESC, l.id))[1] AS comment
      FROM ticket.approval_place l
      WHERE l.decision IS NOT NULL AND (l.account_id = :viewer OR l.decided_by = :viewer)
      GROUP BY l.step_id) mine
JOIN ticket.approval_step s ON s.id = mine.step_id
JOIN ticket.approval_process p ON p.id = s.process_id
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
CROSS JOIN LATERAL (SELECT v.id, v.number, v.title, v.desk_id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = p.ticket_id
                    OFFSET 0) t
JOIN ticket.desk d ON d.id = t.desk_id
WHERE :after_id::bigint = 0
   OR (ticket.iso(mine.decided_at), s.id) < (:after_name::text, :after_id::bigint)
ORDER BY ticket.iso(mine.decided_at) DESC, s.id DESC
LIMIT :limit OFFSET :skipped
