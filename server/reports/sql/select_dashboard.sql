-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the day stands, of the tickets that one sees on the desks that one reports on. `days` are
-- the moments at which days begin, one more than there are days; `today` is the last but one.
WITH reported AS MATERIALIZED (
    SELECT d.desk_id
    FROM ticket.desks_where(:viewer, 'report.view') d (desk_id)
    WHERE :every_desk OR d.desk_id = ANY (:desks::bigint[])
),
open AS MATERIALIZED (
    SELECT t.status, t.status_category, t.priority, t.team_id, t.assignee_id, t.created_at, t.due_at,
           t.workflow_version_id
    FROM ticket.visible_tickets(:viewer) t
    WHERE t.deleted_at IS NULL AND t.status_category < 'resolved'
      AND t.desk_id IN (SELECT desk_id FROM reported)
),
came AS (
    SELECT width_bucket(t.created_at, :days::text[]::timestamptz[]) AS day, count(*) AS tickets
    FROM ticket.visible_tickets(:viewer) t
    WHERE t.deleted_at IS NULL AND t.created_at >= :since
      AND t.desk_id IN (SELECT desk_id FROM reported)
    GROUP BY 1
),
went AS (
    SELECT width_bucket(f.at, :days::text[]::timestamptz[]) AS day, count(*) AS tickets
    FROM (SELECT COALESCE(t.resolved_at, t.closed_at, t.status_changed_at) AS at
          FROM ticket.visible_tickets(:viewer) t
          -- Nothing is finished after its last change: the index on that finds the few.
          WHERE t.deleted_at IS NULL AND t.status_category >= 'resolved' AND t.updated_at >= :since
            AND t.desk_id IN (SELECT desk_id FROM reported)) f
    WHERE f.at >= :since
    GROUP BY 1
),
flow AS (
    SELECT d.number, d.begins,
           COALESCE(came.tickets, 0) AS created, COALESCE(went.tickets, 0) AS solved
    FROM unnest(:days::text[]::timestamptz[]) WITH ORDINALITY d (begins, number)
    LEFT JOIN came ON came.day = d.number
    LEFT JOIN went ON went.day = d.number
    WHERE d.begins < :until
),
-- From what is open now back to what was: what came is taken away, what went is there again.
backlog AS (
    SELECT f.number, f.begins, f.created, f.solved,
           (SELECT count(*) FROM open)
               - COALESCE(sum(f.created - f.solved)
                              OVER (ORDER BY f.number DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS open
    FROM flow f
)
SELECT json_build_object(
    'asOf', ticket.iso(:now),
    'open', (SELECT count(*) FROM open),
    'unassigned', (SELECT count(*) FROM open WHERE assignee_id IS NULL),
    'waiting', (SELECT count(*) FROM open WHERE status_category IN ('waiting', 'hold')),
    'overdue', (SELECT count(*) FROM open WHERE due_at < :now),
    'dueToday', (SELECT count(*) FROM open WHERE due_at >= :now AND due_at < :until),
    'answeredToday', (SELECT count(*)
                      FROM ticket.visible_tickets(:viewer) t
                      WHERE t.deleted_at IS NULL AND t.updated_at >= :today
                        AND t.first_response_at >= :today
                        AND t.desk_id IN (SELECT desk_id FROM reported)),
    'statuses', (SELECT COALESCE(json_agg(json_build_object('category', s.status_category,
                                                            'status', s.status,
                                                            'label', s.label,
                                                            'tickets', s.tickets)
                                          ORDER BY s.status_category, s.label), '[]')
                 FROM (SELECT o.status_category, o.status, COALESCE(w.label, o.status) AS label,
                              sum(o.tickets) AS tickets
                       FROM (SELECT status_category, status, workflow_version_id,
                                    count(*) AS tickets
                             FROM open
                             GROUP BY 1, 2, 3) o
                       LEFT JOIN ticket.workflow_status w
                           ON w.workflow_version_id = o.workflow_version_id AND w.key = o.status
                       GROUP BY 1, 2, 3) s),
    'priorities', (SELECT json_agg(json_build_object('priority', p.priority,
                                                     'tickets', COALESCE(o.tickets, 0))
                                   ORDER BY p.priority DESC)
                   FROM unnest(enum_range(NULL::ticket.priority)) p (priority)
                   LEFT JOIN (SELECT priority, count(*) AS tickets FROM open GROUP BY 1) o
                       ON o.priority = p.priority),
    'teams', (SELECT COALESCE(json_agg(json_build_object(
                                  'team', CASE WHEN tm.id IS NULL THEN NULL
                                               ELSE json_build_object('id', tm.id, 'name', tm.name) END,
                                  'tickets', o.tickets)
                              ORDER BY o.tickets DESC, tm.name), '[]')
              FROM (SELECT team_id, count(*) AS tickets FROM open GROUP BY 1) o
              LEFT JOIN ticket.team tm ON tm.id = o.team_id),
    'assignees', (SELECT COALESCE(json_agg(json_build_object(
                                      'assignee', CASE WHEN a.id IS NULL THEN NULL
                                                       ELSE json_build_object('id', a.id,
                                                                'displayName', a.display_name) END,
                                      'tickets', o.tickets,
                                      'waiting', o.waiting,
                                      'urgent', o.urgent,
                                      'overdue', o.overdue)
                                  ORDER BY o.tickets DESC, a.display_name), '[]')
                  FROM (SELECT assignee_id, count(*) AS tickets,
                               count(*) FILTER (WHERE status_category IN ('waiting', 'hold')) AS waiting,
                               count(*) FILTER (WHERE priority >= 'high') AS urgent,
                               count(*) FILTER (WHERE due_at < :now) AS overdue
                        FROM open
                        GROUP BY 1
                        ORDER BY 2 DESC
                        LIMIT :most_assignees) o
                  LEFT JOIN ticket.account a ON a.id = o.assignee_id),
    'ages', (SELECT json_agg(json_build_object('fromDays', b.from_days, 'untilDays', b.until_days,
                                               'tickets', COALESCE(o.tickets, 0))
                             ORDER BY b.from_days)
             FROM (VALUES (1, 0, 1), (2, 1, 3), (3, 3, 7), (4, 7, 14), (5, 14, 30), (6, 30, 0))
                      b (number, from_days, until_days)
             LEFT JOIN (SELECT width_bucket(EXTRACT(epoch FROM :now - created_at)::float8 / 86400,
                                            ARRAY[1, 3, 7, 14, 30]::float8[]) + 1 AS number,
                               count(*) AS tickets
                        FROM open
                        GROUP BY 1) o ON o.number = b.number),
    'days', (SELECT json_agg(json_build_object('begins', ticket.iso(b.begins),
                                               'created', b.created,
                                               'solved', b.solved,
                                               'open', b.open)
                             ORDER BY b.number)
             FROM backlog b))
