-- SPDX-License-Identifier: GPL-3.0-or-later
-- The stored spelling of each name, in the order given.
SELECT g.name
FROM unnest(:names::text[]) WITH ORDINALITY n (name, place)
JOIN ticket.tag g ON lower(g.name) = lower(n.name) AND g.deleted_at IS NULL
ORDER BY n.place
