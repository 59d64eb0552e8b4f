-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.session
SET last_used_at = :now, expires_at = :expires_at, peer = :peer
WHERE id = :session
  AND revoked_at IS NULL
  AND expires_at > :now
