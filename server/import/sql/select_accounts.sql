-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT username, id
FROM ticket.account
WHERE lower(username) = ANY(:handles::text[])
  AND deleted_at IS NULL
