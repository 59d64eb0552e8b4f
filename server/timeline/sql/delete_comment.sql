-- SPDX-License-Identifier: GPL-3.0-or-later
-- What it said is kept as a revision; its place in the timeline stays.
UPDATE ticket.timeline_entry
SET body = '', is_solution = false, deleted_at = :now, deleted_by = :account, version = version + 1
WHERE id = :entry
