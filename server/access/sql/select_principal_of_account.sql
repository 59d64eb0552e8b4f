-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.display_name,
       COALESCE((SELECT string_agg(DISTINCT COALESCE(p.desk_id, 0) || ':' || p.permission, ' ')
                 FROM ticket.account_permission p
                 WHERE p.account_id = a.id), '')
FROM ticket.account a
WHERE a.id = :account AND a.status = 'active' AND a.deleted_at IS NULL
