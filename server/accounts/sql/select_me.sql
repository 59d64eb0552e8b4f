-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.body, a.version,
       COALESCE((SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name), t.id)
                 FROM ticket.team_member m
                 JOIN ticket.team t ON t.id = m.team_id AND t.deleted_at IS NULL
                 WHERE m.account_id = a.id), '[]')
FROM ticket.account_answer a
WHERE a.id = :account
  AND a.deleted_at IS NULL
