-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of the tickets of an operation; of one that the viewer may not see only its id.
SELECT json_build_object(
           'id', x.ticket_id,
           'number', COALESCE(t.number, ''),
           'title', COALESCE(t.title, ''),
           'outcome', x.outcome,
           'problem', x.problem),
       '', x.position
FROM ticket.bulk b
JOIN ticket.bulk_ticket x ON x.bulk_id = b.id
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
LEFT JOIN LATERAL (SELECT d.key || '-' || v.number AS number, v.title
                   FROM ticket.visible_tickets(:viewer) v
                   JOIN ticket.desk d ON d.id = v.desk_id
                   WHERE v.id = x.ticket_id
                   OFFSET 0) t ON true
WHERE b.id = :bulk AND b.account_id = :viewer
  AND (:outcomes::text[] = '{}' OR x.outcome = ANY (:outcomes::text[]))
  AND x.position > :after_id
ORDER BY x.position
LIMIT :limit OFFSET :skipped
