-- SPDX-License-Identifier: GPL-3.0-or-later
-- As select_next_person, but first who has the fewest unfinished tickets of the desk.
SELECT a.id, a.display_name
FROM ticket.account a
WHERE a.status = 'active' AND a.deleted_at IS NULL
  AND (a.away_until IS NULL OR a.away_until <= :now)
  AND a.id <> :except
  AND EXISTS (SELECT 1 FROM ticket.account_role ar
              WHERE ar.account_id = a.id AND ar.role_id = :role
                AND (ar.desk_id IS NULL OR ar.desk_id = :desk))
ORDER BY (SELECT count(*) FROM ticket.ticket t
          WHERE t.assignee_id = a.id AND t.desk_id = :desk
            AND t.deleted_at IS NULL AND t.status_category < 'resolved'),
         a.id <= :last, a.id
LIMIT 1
