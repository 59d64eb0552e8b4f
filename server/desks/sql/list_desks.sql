-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.body, left(lower(e.name), 60), e.id
FROM ticket.desk_answer e
WHERE e.id IN (SELECT d.id FROM ticket.visible_desks(:viewer) d)
  AND (left(lower(e.name), 60), e.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(e.name), 60), e.id
LIMIT :limit OFFSET :skipped
