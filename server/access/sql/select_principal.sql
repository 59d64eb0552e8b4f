-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.display_name,
       COALESCE((SELECT string_agg(DISTINCT COALESCE(p.desk_id, 0) || ':' || p.permission, ' ')
                 FROM ticket.account_permission p
                 WHERE p.account_id = a.id), '')
FROM ticket.session s
JOIN ticket.account a ON a.id = s.account_id
WHERE s.id = :session
  AND s.account_id = :account
  AND s.revoked_at IS NULL
  AND s.expires_at > :now
  AND a.status = 'active'
  AND a.deleted_at IS NULL
