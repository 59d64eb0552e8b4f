-- SPDX-License-Identifier: GPL-3.0-or-later
-- Built-in ones first, in the order in which they were made.
SELECT body
FROM ticket.role_answer
WHERE deleted_at IS NULL
ORDER BY built_in DESC, CASE WHEN built_in THEN id END, lower(name), id
