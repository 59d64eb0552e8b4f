-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.timeline_entry e
WHERE e.ticket_id = :ticket
  AND e.kind = ANY (:kinds::ticket.entry_kind[])
  AND (NOT e.internal OR :sees_notes)
