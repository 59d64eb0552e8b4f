-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in somewhere and holds one of the permissions.
SELECT s.account_id
FROM (SELECT DISTINCT account_id FROM ticket.session
      WHERE revoked_at IS NULL AND expires_at > :now) s
WHERE EXISTS (SELECT 1 FROM ticket.account_permission p
              WHERE p.account_id = s.account_id
                AND (p.permission = ANY (:somewhere::text[])
                     OR (p.desk_id IS NULL AND p.permission = ANY (:everywhere::text[]))))
ORDER BY s.account_id
