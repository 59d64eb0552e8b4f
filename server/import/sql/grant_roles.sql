-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.account_role (account_id, role_id, desk_id)
SELECT a.id, r.id, :desk
FROM ticket.account a
JOIN ticket.role r ON r.key = :role AND r.deleted_at IS NULL
WHERE lower(a.username) = ANY(:handles::text[])
  AND a.deleted_at IS NULL
ON CONFLICT DO NOTHING
