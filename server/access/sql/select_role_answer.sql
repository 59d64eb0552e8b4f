-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body, version
FROM ticket.role_answer
WHERE id = :role
  AND deleted_at IS NULL
