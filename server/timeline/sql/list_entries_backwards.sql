-- SPDX-License-Identifier: GPL-3.0-or-later
-- Newest first, before a place in the timeline.
SELECT e.body, e.created_at, e.id
FROM ticket.timeline_answer e
WHERE e.ticket_id = :ticket
  AND e.kind = ANY (:kinds::ticket.entry_kind[])
  AND (NOT e.internal OR :sees_notes)
  AND (e.created_at, e.id) < (:place_time::text::timestamptz, :place_id::bigint)
ORDER BY e.created_at DESC, e.id DESC
LIMIT :limit OFFSET :offset
