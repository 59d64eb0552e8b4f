-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT route, body_hash, status, headers, body
FROM ticket.idempotency
WHERE account_id = :account
  AND key = :key::uuid
  AND created_at > :oldest
