-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body, version
FROM ticket.account_answer
WHERE id = :account
  AND deleted_at IS NULL
