-- SPDX-License-Identifier: GPL-3.0-or-later
-- In the order in which they are offered; a name may be long, so its beginning counts.
SELECT e.body, to_char(e.position, 'FM00000') || left(lower(e.name), 60), e.id
FROM ticket.category_answer e
WHERE e.deleted_at IS NULL
  AND e.desk_id IN (SELECT d.id FROM ticket.visible_desks(:viewer) d)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
  AND (to_char(e.position, 'FM00000') || left(lower(e.name), 60), e.id) > (:after_name::text, :after_id::bigint)
ORDER BY to_char(e.position, 'FM00000') || left(lower(e.name), 60), e.id
LIMIT :limit OFFSET :skipped
