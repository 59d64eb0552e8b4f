-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id
FROM ticket.desk
WHERE key = upper(:key)
  AND deleted_at IS NULL
