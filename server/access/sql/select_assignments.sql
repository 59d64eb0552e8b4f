-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT ar.role_id, r.key, ar.desk_id,
       ARRAY (SELECT p.permission FROM ticket.role_permission p WHERE p.role_id = r.id)
FROM ticket.account_role ar
JOIN ticket.role r ON r.id = ar.role_id AND r.deleted_at IS NULL
WHERE ar.account_id = :account
ORDER BY ar.desk_id NULLS FIRST, ar.role_id
