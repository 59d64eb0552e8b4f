-- SPDX-License-Identifier: GPL-3.0-or-later
-- Oldest first, after a place in the timeline.
SELECT e.body, e.created_at, e.id
FROM ticket.timeline_answer e
WHERE e.ticket_id = :ticket
  AND e.kind = ANY (:kinds::ticket.entry_kind[])
  AND (NOT e.internal OR :sees_notes)
  AND (e.created_at, e.id) > (:place_time::text::timestamptz, :place_id::bigint)
ORDER BY e.created_at, e.id
LIMIT :limit OFFSET :offset
