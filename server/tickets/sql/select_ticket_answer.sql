-- SPDX-License-Identifier: GPL-3.0-or-later
-- A single ticket as one person sees it, with everything that they need to decide what to do next.
SELECT (SELECT w.body FROM ticket.ticket_answer w WHERE w.id = t.id),
       COALESCE((SELECT json_agg(f.body ORDER BY f.id)
                 FROM ticket.attachment_answer f
                 WHERE f.ticket_id = t.id AND f.deleted_at IS NULL
                   AND (NOT f.internal OR viewer.notes)), '[]'),
       COALESCE((SELECT json_agg(newest.body ORDER BY newest.created_at, newest.id)
                 FROM (SELECT e.body, e.created_at, e.id
                       FROM ticket.timeline_answer e
                       WHERE e.ticket_id = t.id AND e.kind <> 'event'
                         AND (NOT e.internal OR viewer.notes)
                       ORDER BY e.created_at DESC, e.id DESC
                       LIMIT 50) newest), '[]'),
       t.version, t.desk_id, t.workflow_version_id, t.status, t.status_category, t.closed_at,
       t.requester_id = :viewer, t.created_by = :viewer, COALESCE(t.assignee_id = :viewer, false),
       t.assignee_id IS NOT NULL, t.deleted_at IS NOT NULL,
       EXISTS (SELECT 1 FROM ticket.timeline_entry s
               WHERE s.ticket_id = t.id AND s.is_solution AND s.deleted_at IS NULL),
       EXISTS (SELECT 1 FROM ticket.ticket_view v
               WHERE v.ticket_id = t.id AND v.account_id = :viewer AND v.day = :day),
       ticket.is_approver(t.id, :viewer, :now), t.visibility = 'restricted',
       (SELECT json_build_object('score', g.score, 'comment', g.comment,
                                 'ratedAt', ticket.iso(g.rated_at))
        FROM ticket.rating g WHERE g.ticket_id = t.id),
       t.sla_clocks,
       (SELECT w.mode FROM ticket.ticket_watcher w
        WHERE w.ticket_id = t.id AND w.account_id = :viewer)
FROM ticket.visible_tickets(:viewer) t
CROSS JOIN LATERAL (SELECT t.desk_id IN (SELECT ticket.desks_where(:viewer, 'ticket.note')) AS notes) viewer
WHERE t.id = :ticket
