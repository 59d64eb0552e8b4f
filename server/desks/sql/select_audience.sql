-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in somewhere and has to do with the desk.
SELECT s.account_id
FROM (SELECT DISTINCT account_id FROM ticket.session
      WHERE revoked_at IS NULL AND expires_at > :now) s
WHERE EXISTS (SELECT 1 FROM ticket.account_permission p
              WHERE p.account_id = s.account_id AND (p.desk_id IS NULL OR p.desk_id = :desk))
ORDER BY s.account_id
