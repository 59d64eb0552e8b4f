-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who comes after :last among those who take turns and are there; the first of them after the last.
SELECT a.id, a.display_name
FROM ticket.turn_takers(:desk, :role, :team) a
WHERE (a.away_until IS NULL OR a.away_until <= :now) AND a.id <> :except
ORDER BY a.id <= :last, a.id
LIMIT 1
