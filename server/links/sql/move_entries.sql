-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ticket has one solution: what comes from elsewhere is none.
UPDATE ticket.timeline_entry e
SET ticket_id = :target, is_solution = false
WHERE e.ticket_id = :source AND e.kind <> 'event'
  AND (:entries::bigint[] IS NULL OR e.id = ANY (:entries::bigint[]))
RETURNING e.id
