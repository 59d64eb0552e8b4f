-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.ticket_trigger e
WHERE e.deleted_at IS NULL
  AND (e.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'workflow.manage') d)
       OR e.desk_id IS NULL AND :everywhere)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
