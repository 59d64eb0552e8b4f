-- SPDX-License-Identifier: GPL-3.0-or-later
-- What found tickets say to this person: notes and their files to holders of ticket.note alone.
SELECT t.id, s.source, s.entry_id, s.body
FROM ticket.visible_tickets(:viewer) t
CROSS JOIN LATERAL (SELECT t.desk_id IN (SELECT n FROM ticket.desks_where(:viewer, 'ticket.note') n) AS sees_notes) p
CROSS JOIN LATERAL (
    SELECT 1 AS place, 'title' AS source, NULL::bigint AS entry_id, t.title AS body
    UNION ALL
    SELECT 2, 'description', NULL, t.description
    UNION ALL
    (SELECT 3, e.kind::text, e.id, left(e.body, 10000)
     FROM ticket.timeline_entry e
     WHERE e.ticket_id = t.id AND e.kind <> 'event' AND e.deleted_at IS NULL
       AND (NOT e.internal OR p.sees_notes)
     ORDER BY e.created_at DESC, e.id DESC
     LIMIT 50)
    UNION ALL
    SELECT 4, 'attachment', NULL, f.file_name
    FROM ticket.attachment f
    WHERE f.ticket_id = t.id AND f.deleted_at IS NULL AND (NOT f.internal OR p.sees_notes)) s
WHERE t.id = ANY (:ids::bigint[])
ORDER BY t.id, s.place, s.entry_id DESC
