-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM ticket.timeline_entry e
WHERE e.ticket_id = :ticket AND e.kind <> 'event' AND e.deleted_at IS NULL
  AND e.id = ANY (:entries::bigint[]) AND (NOT e.internal OR :sees_notes)
