-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes the role hold exactly these.
WITH removed AS (
    DELETE FROM ticket.role_permission
    WHERE role_id = :role
      AND permission <> ALL (:permissions::text[])
)
INSERT INTO ticket.role_permission (role_id, permission)
SELECT :role, p
FROM unnest(:permissions::text[]) p
ON CONFLICT DO NOTHING
