-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT username, email, display_name, status, organisation_id, locale, time_zone, password_hash,
       away_until
FROM ticket.account
WHERE id = :account
  AND deleted_at IS NULL
FOR NO KEY UPDATE
