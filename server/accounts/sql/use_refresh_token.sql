-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.refresh_token
SET used_at = :now
WHERE token_hash = :hash
  AND used_at IS NULL
