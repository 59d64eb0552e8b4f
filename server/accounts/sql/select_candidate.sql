-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, display_name, password_hash, status
FROM ticket.account
WHERE deleted_at IS NULL
  AND (lower(username) = lower(:name) OR lower(email) = lower(:name))
ORDER BY lower(username) = lower(:name) DESC
LIMIT 1
