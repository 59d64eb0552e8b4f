-- SPDX-License-Identifier: GPL-3.0-or-later
-- As select_next_person, but first who has the fewest unfinished tickets of the desk.
SELECT a.id, a.display_name
FROM ticket.turn_takers(:desk, :role, :team) a
WHERE (a.away_until IS NULL OR a.away_until <= :now) AND a.id <> :except
ORDER BY (SELECT count(*) FROM ticket.ticket t
          WHERE t.assignee_id = a.id AND t.desk_id = :desk
            AND t.deleted_at IS NULL AND t.status_category < 'resolved'),
         a.id <= :last, a.id
LIMIT 1
