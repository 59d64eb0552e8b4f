-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the account is the only active one that holds the role everywhere.
SELECT COALESCE(bool_and(ar.account_id = :account), false)
FROM ticket.account_role ar
JOIN ticket.role r ON r.id = ar.role_id AND r.key = :role AND r.deleted_at IS NULL
JOIN ticket.account a ON a.id = ar.account_id AND a.status = 'active' AND a.deleted_at IS NULL
WHERE ar.desk_id IS NULL
