-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.timeline_entry e
SET ticket_id = :source, is_solution = e.id IS NOT DISTINCT FROM :solution::bigint
WHERE e.ticket_id = :target AND e.id = ANY (:entries::bigint[])
