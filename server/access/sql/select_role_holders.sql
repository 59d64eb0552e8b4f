-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT DISTINCT ar.account_id
FROM ticket.account_role ar
JOIN ticket.account a ON a.id = ar.account_id AND a.deleted_at IS NULL
WHERE ar.role_id = :role
