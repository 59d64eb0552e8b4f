-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT m.id, m.source_id, m.target_id, m.entries, m.attachments, m.watchers, m.solution_id, m.old_value,
       m.version
FROM ticket.ticket_move m
WHERE m.kind = 'merge' AND m.source_id = :ticket AND m.undone_at IS NULL
FOR UPDATE
