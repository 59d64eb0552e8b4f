-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT r.id, r.key, r.name, r.description, r.built_in, r.version,
       ARRAY (SELECT p.permission FROM ticket.role_permission p WHERE p.role_id = r.id)
FROM ticket.role r
WHERE r.id = :role
  AND r.deleted_at IS NULL
