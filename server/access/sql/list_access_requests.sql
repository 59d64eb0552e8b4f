-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for those who may let people in, the oldest first.
SELECT json_build_object(
           'id', q.id,
           'ticket', json_build_object('id', t.id, 'number', d.key || '-' || t.number, 'title', t.title),
           'person', json_build_object('id', a.id, 'displayName', a.display_name),
           'reason', q.reason,
           'createdAt', ticket.iso(q.created_at)),
       ticket.iso(q.created_at), q.id
FROM ticket.access_request q
CROSS JOIN LATERAL (SELECT v.*
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = q.ticket_id AND ticket.may_grant(:viewer, v)
                    OFFSET 0) t
JOIN ticket.desk d ON d.id = t.desk_id
JOIN ticket.account a ON a.id = q.account_id
WHERE q.decision IS NULL AND t.deleted_at IS NULL
  AND (ticket.iso(q.created_at), q.id) > (:after_name::text, :after_id::bigint)
ORDER BY ticket.iso(q.created_at), q.id
LIMIT :limit OFFSET :skipped
