-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.account
SET username = :username, email = :email, display_name = :display_name,
    status = :status::ticket.account_status, organisation_id = :organisation, locale = :locale,
    time_zone = :time_zone, away_until = :away_until, password_hash = :password_hash,
    version = version + 1,
    updated_by = :by, updated_at = :now
WHERE id = :account
