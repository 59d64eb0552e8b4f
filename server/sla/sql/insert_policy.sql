-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.sla_policy
    (desk_id, name, category_id, priority, calendar_id, first_response_minutes, resolution_minutes,
     warn_percent, escalates, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :category, :priority, :calendar, :first_response, :resolution, :warn_percent,
        :escalates, :account, :now, :account, :now)
RETURNING id
