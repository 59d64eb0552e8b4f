-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_trigger
SET name = :name, enabled = :enabled, position = :position, moment = :moment, query = :query,
    actions = :actions::jsonb, version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
