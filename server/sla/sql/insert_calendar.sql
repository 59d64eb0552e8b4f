-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.calendar
    (desk_id, name, time_zone, periods, holidays, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :time_zone, :periods, :holidays, :account, :now, :account, :now)
RETURNING id
