-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the desks whose workflows somebody manages; of all desks for who does so everywhere.
SELECT e.body, left(lower(e.name), 60), e.id
FROM ticket.ticket_trigger_answer e
WHERE e.deleted_at IS NULL
  AND (e.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'workflow.manage') d)
       OR e.desk_id IS NULL AND :everywhere)
  AND (:all_desks OR e.desk_id = ANY (:desks::bigint[]))
  AND (left(lower(e.name), 60), e.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(e.name), 60), e.id
LIMIT :limit OFFSET :skipped
