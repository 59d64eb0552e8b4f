-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.body, left(lower(e.name), 60), e.id
FROM ticket.ticket_template_answer e
WHERE e.deleted_at IS NULL
  AND e.desk_id IN (SELECT d.id FROM ticket.visible_desks(:viewer) d)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
  AND (left(lower(e.name), 60), e.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(e.name), 60), e.id
LIMIT :limit OFFSET :skipped
