-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.account (username, email, display_name, password_hash, status, organisation_id,
                            locale, time_zone, created_by, created_at, updated_by, updated_at)
VALUES (:username, :email, :display_name, :password_hash, :status::ticket.account_status, :organisation,
        :locale, :time_zone, :by, :now, :by, :now)
RETURNING id
