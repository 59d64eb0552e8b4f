-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id
FROM ticket.role
WHERE key = :key
  AND deleted_at IS NULL
