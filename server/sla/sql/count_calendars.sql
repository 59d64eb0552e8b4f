-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.calendar e
WHERE e.deleted_at IS NULL
  AND e.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'sla.manage') d)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
