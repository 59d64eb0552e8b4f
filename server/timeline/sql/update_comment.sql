-- SPDX-License-Identifier: GPL-3.0-or-later
-- "edited" is said of words only.
UPDATE ticket.timeline_entry
SET body = :body,
    is_solution = :is_solution,
    edited_at = CASE WHEN body = :body THEN edited_at ELSE :now END,
    edited_by = CASE WHEN body = :body THEN edited_by ELSE :account END,
    version = version + 1
WHERE id = :entry
