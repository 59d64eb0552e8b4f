-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.sla_policy
SET name = :name, category_id = :category, priority = :priority, calendar_id = :calendar,
    first_response_minutes = :first_response, resolution_minutes = :resolution,
    warn_percent = :warn_percent, escalates = :escalates,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
