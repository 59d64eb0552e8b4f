-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.calendar
SET name = :name, time_zone = :time_zone, periods = :periods, holidays = :holidays,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
