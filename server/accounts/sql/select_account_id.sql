-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id
FROM ticket.account
WHERE lower(username) = lower(:username)
  AND deleted_at IS NULL
