-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.ticket_template e
WHERE e.deleted_at IS NULL
  AND e.desk_id IN (SELECT d.id FROM ticket.visible_desks(:viewer) d)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
