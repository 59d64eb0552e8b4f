-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.account
SET last_seen_at = :now
WHERE id = :account
  AND status = 'active'
  AND deleted_at IS NULL
  AND (:password_hash::text IS NULL OR password_hash = :password_hash::text)
