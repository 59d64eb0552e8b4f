-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever has the people page open: those who manage accounts.
SELECT DISTINCT p.account_id
FROM ticket.account_permission p
JOIN ticket.account a ON a.id = p.account_id AND a.status = 'active' AND a.deleted_at IS NULL
WHERE p.permission = :permission
