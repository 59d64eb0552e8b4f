-- SPDX-License-Identifier: GPL-3.0-or-later
-- A reply or note of this ticket; internal ones only for holders of ticket.note.
SELECT e.internal, e.author_id, e.body, e.is_solution, e.version, e.created_at, e.deleted_at
FROM ticket.timeline_entry e
WHERE e.id = :entry AND e.ticket_id = :ticket AND e.kind <> 'event'
  AND (NOT e.internal OR :sees_notes)
