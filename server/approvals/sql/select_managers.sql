-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who helps a process that is stuck: holders of approval.manage on the desk.
SELECT DISTINCT p.account_id
FROM ticket.account_permission p
JOIN ticket.account a ON a.id = p.account_id AND a.status = 'active' AND a.deleted_at IS NULL
WHERE p.permission = 'approval.manage' AND (p.desk_id IS NULL OR p.desk_id = :desk)
ORDER BY p.account_id
