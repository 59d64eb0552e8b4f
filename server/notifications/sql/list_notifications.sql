-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody's notifications, newest first, as far as they may still see what each is about.
SELECT json_build_object(
           'id', n.id,
           'kind', n.kind,
           'ticket', json_build_object('id', t.id, 'number', d.key || '-' || t.number, 'title', t.title),
           'actor', ticket.person_json(n.actor_id),
           'entryId', n.entry_id,
           'isInternal', n.internal,
           'excerpt', COALESCE((SELECT left(e.body, 300) FROM ticket.timeline_entry e
                                WHERE e.id = n.entry_id AND e.deleted_at IS NULL), ''),
           'status', n.status,
           'statusLabel', COALESCE((SELECT s.label FROM ticket.workflow_status s
                                    WHERE s.workflow_version_id = t.workflow_version_id
                                      AND s.key = n.status), n.status),
           'createdAt', ticket.iso(n.created_at),
           'readAt', ticket.iso(n.read_at)),
       n.created_at, n.id
FROM ticket.notification n
-- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
CROSS JOIN LATERAL (SELECT v.id, v.number, v.title, v.desk_id, v.workflow_version_id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = n.ticket_id
                    OFFSET 0) t
JOIN ticket.desk d ON d.id = t.desk_id
WHERE n.account_id = :viewer
  AND (:notification::bigint IS NULL OR n.id = :notification)
  AND (:unread::boolean IS NULL OR (n.read_at IS NULL) = :unread)
  AND (cardinality(:kinds::text[]) = 0 OR n.kind = ANY (:kinds))
  AND (cardinality(:tickets::bigint[]) = 0 OR n.ticket_id = ANY (:tickets))
  AND (NOT n.internal OR t.desk_id IN (SELECT x FROM ticket.desks_where(:viewer, 'ticket.note') x))
  AND (n.created_at, n.id) < (:place_time::text::timestamptz, :place_id::bigint)
ORDER BY n.created_at DESC, n.id DESC
LIMIT :limit OFFSET :skipped
