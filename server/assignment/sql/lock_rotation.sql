-- SPDX-License-Identifier: GPL-3.0-or-later
-- The turns of a role on a desk, held until the transaction ends.
INSERT INTO ticket.rotation (desk_id, role_id)
SELECT :desk::bigint, r.id FROM ticket.role r WHERE r.key = :role
ORDER BY r.deleted_at IS NOT NULL, r.id DESC LIMIT 1
ON CONFLICT (desk_id, role_id) DO UPDATE SET role_id = excluded.role_id
RETURNING role_id, last_account_id
