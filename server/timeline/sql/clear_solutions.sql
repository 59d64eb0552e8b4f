-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ticket has one solution: the others are none any more.
UPDATE ticket.timeline_entry
SET is_solution = false, version = version + 1
WHERE ticket_id = :ticket AND is_solution AND id <> :entry
RETURNING id, version
