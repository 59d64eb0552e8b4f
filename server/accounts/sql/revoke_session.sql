-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.session
SET revoked_at = :now, revoked_why = :why
WHERE id = :session
  AND account_id = :account
  AND revoked_at IS NULL
  AND expires_at > :now
