-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom somebody may mention on a ticket, of those whose name begins like that: the whole of it, one of
-- its words, or the user name.
SELECT m.id, m.display_name
FROM ticket.mentionable_accounts(:viewer, :ticket, :internal) m
WHERE starts_with(lower(m.display_name), lower(:search))
   OR strpos(lower(m.display_name), ' ' || lower(:search)) > 0
   OR starts_with(lower(m.username), lower(:search))
ORDER BY lower(m.display_name), m.id
LIMIT 8
